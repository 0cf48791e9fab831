package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.ResourceKind;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run did. Immutable.
 *
 * @param started when it began
 * @param ended when it ended
 * @param options the options it ran with, in order, without secrets
 * @param end how it ended
 * @param endMessage one line on why it ended early; null when it finished
 * @param requests requests sent, of every sort
 * @param bytes bytes of content received
 * @param retries requests sent again after a failure
 * @param redirects redirects followed
 * @param acceptSteps requests sent again with another Accept
 * @param kept resources that earlier runs had whole, and that were not asked for
 * @param concurrency how many requests might be in flight at its end
 * @param unmatched the words of the selection that nothing in the run's studies matched; told of a
 *     whole run that finished
 * @param latency for each kind of resource that was asked for
 */
public record RunState(
    Instant started,
    Instant ended,
    Map<String, String> options,
    RunEnd end,
    @Nullable String endMessage,
    long requests,
    long bytes,
    long retries,
    long redirects,
    long acceptSteps,
    long kept,
    int concurrency,
    List<Unmatched> unmatched,
    Map<ResourceKind, Latency> latency) {

  public RunState {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    unmatched = List.copyOf(unmatched);
    latency = Map.copyOf(latency);
  }
}
