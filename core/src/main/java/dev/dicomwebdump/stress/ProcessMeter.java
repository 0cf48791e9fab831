package dev.dicomwebdump.stress;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Measures what this program takes of its machine, from one time to another. For one thread. */
final class ProcessMeter {

  private final @Nullable OperatingSystemMXBean system;
  private long begun;
  private long cpuThen;
  private long collectingThen;
  private double machineSum;
  private int machineSamples;

  ProcessMeter() {
    system =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean told
            ? told
            : null;
  }

  /** From now on. */
  void begin() {
    begun = System.nanoTime();
    cpuThen = cpu();
    collectingThen = collecting();
    sample();
    machineSum = 0;
    machineSamples = 0;
  }

  /** To be called now and then, since the machine tells of the time since it was asked last. */
  void sample() {
    double share = system == null ? Double.NaN : system.getCpuLoad();
    if (share >= 0) {
      machineSum += share;
      machineSamples++;
    }
  }

  int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Which share of its cores the program took. */
  double ownShare() {
    return ownNanos() / (elapsed() * cores());
  }

  /** How much processor time the program took, in nanoseconds. */
  double ownNanos() {
    return system == null ? Double.NaN : cpu() - cpuThen;
  }

  /** Which share of its cores the machine was busy with. */
  double machineShare() {
    return machineSamples == 0 ? Double.NaN : machineSum / machineSamples;
  }

  /** Which share of the time went into garbage collection. */
  double collectingShare() {
    return (double) TimeUnit.MILLISECONDS.toNanos(collecting() - collectingThen) / elapsed();
  }

  private long elapsed() {
    return Math.max(1, System.nanoTime() - begun);
  }

  private long cpu() {
    return system == null ? 0 : system.getProcessCpuTime();
  }

  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
