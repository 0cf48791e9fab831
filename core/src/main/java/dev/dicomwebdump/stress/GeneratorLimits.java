package dev.dicomwebdump.stress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says when the figures are not the server's alone: {@code docs/stress.md}. */
final class GeneratorLimits {

  private static final double MOST_CPU = 0.85;
  private static final double MOST_MACHINE_CPU = 0.95;
  private static final double MOST_COLLECTING = 0.10;
  private static final double MOST_OWN_WORK = 0.20;
  private static final double MOST_OF_LATENCY = 0.15;
  private static final Duration MOST_OVERSLEPT = Duration.ofMillis(10);

  private static final String WE = "we, not the server, are the bottleneck: ";

  private GeneratorLimits() {}

  /** What else than the server limits a run, a line each; empty when nothing does. */
  static List<String> reasons(GeneratorLoad load) {
    List<String> reasons = new ArrayList<>();
    if (load.ownCpu() > MOST_CPU) {
      reasons.add(
          WE
              + "this program took %s of the %d cores that it has"
                  .formatted(percent(load.ownCpu()), load.cores()));
    }
    if (load.machineCpu() > MOST_MACHINE_CPU) {
      reasons.add(
          ("this machine is the bottleneck: all programs on it took %s of its cores, this one %s;"
                  + " a server on it would be faster alone")
              .formatted(percent(load.machineCpu()), percent(load.ownCpu())));
    }
    if (load.collecting() > MOST_COLLECTING) {
      reasons.add(
          WE + "garbage collection took %s of the time".formatted(percent(load.collecting())));
    }
    if (load.ownWork() > MOST_OWN_WORK) {
      reasons.add(
          WE
              + "the workers waited for no response for %s of their time, but judged and counted"
                  .formatted(percent(load.ownWork())));
    }
    if (load.ofLatency() > MOST_OF_LATENCY) {
      reasons.add(
          WE
              + "processor time of this program is %s of the latency: a leaner client would see less"
                  .formatted(percent(load.ofLatency())));
    }
    if (load.overslept().compareTo(MOST_OVERSLEPT) > 0) {
      reasons.add(
          WE
              + "one of a hundred requests began over %d ms late, though more might be in flight"
                  .formatted(load.overslept().toMillis()));
    }
    return reasons;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
