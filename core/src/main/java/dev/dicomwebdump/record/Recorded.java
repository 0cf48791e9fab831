package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.exchange.Outcome;
import java.util.List;

/**
 * What a committed recording holds.
 *
 * @param outcome what became of the resource
 * @param notes the deviations that were accepted
 * @param bodyBytes the length of the file that keeps what came; 0 when there is none
 * @param asStored whether the server was asked for what it stores, and not for a transfer syntax of
 *     its choice
 * @param files the names of its files
 */
public record Recorded(
    Outcome outcome, List<String> notes, long bodyBytes, boolean asStored, EntryFiles files) {}
