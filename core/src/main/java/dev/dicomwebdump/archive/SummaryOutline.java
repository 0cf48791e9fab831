package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.ResourceKind;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a later run or command needs to know of a summary. Immutable.
 *
 * @param root the server's root URL, without user-info and query
 * @param verdict all in all
 * @param unsupportedLevels levels of metadata that the server does not have
 * @param extent which studies the summary speaks of
 * @param started when the run began
 * @param ended when it ended
 * @param end how it ended
 * @param options the run's options, as they were shown
 */
public record SummaryOutline(
    String root,
    DumpVerdict verdict,
    Set<ResourceKind> unsupportedLevels,
    DumpState.Extent extent,
    Instant started,
    Instant ended,
    RunEnd end,
    Map<String, String> options) {

  public SummaryOutline {
    unsupportedLevels = Set.copyOf(unsupportedLevels);
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
