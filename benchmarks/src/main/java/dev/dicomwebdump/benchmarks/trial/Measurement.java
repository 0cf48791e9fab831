package dev.dicomwebdump.benchmarks.trial;

import org.jspecify.annotations.Nullable;

/**
 * One process from its start to its end.
 *
 * @param cpuSeconds of the process and its children, user and system
 * @param peakBytes the most memory that was resident
 * @param problem why the download is not what it should be, or null
 */
public record Measurement(
    double wallSeconds, double cpuSeconds, long peakBytes, @Nullable String problem) {

  Measurement with(String found) {
    return new Measurement(wallSeconds, cpuSeconds, peakBytes, found);
  }
}
