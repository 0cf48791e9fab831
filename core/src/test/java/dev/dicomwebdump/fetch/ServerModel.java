package dev.dicomwebdump.fetch;

import java.util.List;

/**
 * What a simulated server does with the load on it. Times are in milliseconds.
 *
 * @param name for the reader of the test
 * @param cores how many requests it serves at once; more wait for their turn
 * @param network round trip, which keeps no core
 * @param work mean service time of each kind of request
 * @param run how many requests of one kind follow on one another; 0 when chance decides
 * @param sigma how much service times scatter: they are lognormal
 * @param collapse more in flight make it slower, by the square of how many times as many
 * @param most more in flight are answered 503
 * @param best the fixed limit that serves best
 */
record ServerModel(
    String name,
    int cores,
    double network,
    List<Double> work,
    int run,
    double sigma,
    int collapse,
    int most,
    int best) {

  private static final int NONE = 1000;

  static ServerModel cores(int cores) {
    return new ServerModel(
        cores + " cores", cores, 0, List.of(20.0), 0, 0, NONE, NONE, Math.min(64, cores));
  }

  static ServerModel unlimited() {
    return cores(NONE).named("any number at once");
  }

  ServerModel noisy(double sigma) {
    return new ServerModel(
        name + ", sigma " + sigma, cores, network, work, run, sigma, collapse, most, best);
  }

  ServerModel network(double network, double work, int best) {
    return new ServerModel(
        name + ", network of %.0f ms, work of %.0f ms".formatted(network, work),
        cores,
        network,
        List.of(work),
        run,
        sigma,
        collapse,
        most,
        best);
  }

  /** Metadata of 3 ms and frames of 30 ms, so many of one and then so many of the other. */
  ServerModel mixed(int run) {
    return new ServerModel(
        name + ", two kinds in runs of " + run,
        cores,
        network,
        List.of(3.0, 30.0),
        run,
        sigma,
        collapse,
        most,
        best);
  }

  ServerModel collapsesOver(int requests) {
    return new ServerModel(
        "collapses over " + requests, cores, network, work, run, sigma, requests, most, requests);
  }

  ServerModel refusesOver(int requests) {
    return new ServerModel(
        "refuses over " + requests, cores, network, work, run, sigma, collapse, requests, requests);
  }

  private ServerModel named(String other) {
    return new ServerModel(other, cores, network, work, run, sigma, collapse, most, best);
  }

  @Override
  public String toString() {
    return name;
  }
}
