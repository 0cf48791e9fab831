package dev.dicomwebdump.archive;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a later run or command needs to know of a summary. Immutable.
 *
 * @param dump what there was when it was written
 * @param started when the run began
 * @param ended when it ended
 * @param end how it ended
 * @param options the run's options, as they were shown
 */
public record SummaryOutline(
    DumpState dump, Instant started, Instant ended, RunEnd end, Map<String, String> options) {

  public SummaryOutline {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }
}
