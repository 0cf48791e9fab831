package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Transcoding;
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
 * @param transcoding whether it came as the server holds it; null for a resource without transfer
 *     syntax
 * @param files the names of its files
 * @param instances where all instances of a series or study were asked for: which came, in the
 *     order of the parts, null for one that has no safe UID; else empty, and so when they are not
 *     complete
 */
public record Recorded(
    Outcome outcome,
    List<String> notes,
    long bodyBytes,
    @Nullable Transcoding transcoding,
    EntryFiles files,
    List<@Nullable InstanceUids> instances) {}
