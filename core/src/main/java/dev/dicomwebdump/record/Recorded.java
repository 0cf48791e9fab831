package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.InstanceUids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a committed recording holds.
 *
 * @param outcome what became of the resource
 * @param notes the deviations that were accepted
 * @param bodyBytes the length of the file that keeps what came; 0 when there is none
 * @param asStored whether the server was asked for what it stores, and not for a transfer syntax of
 *     its choice
 * @param files the names of its files
 * @param instances where all instances of a series or study were asked for: which came, in the
 *     order of the parts, null for one that has no safe UID; else empty, and so when they are not
 *     complete
 */
public record Recorded(
    Outcome outcome,
    List<String> notes,
    long bodyBytes,
    boolean asStored,
    EntryFiles files,
    List<@Nullable InstanceUids> instances) {}
