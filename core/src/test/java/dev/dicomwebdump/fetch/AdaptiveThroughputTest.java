package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How much of the best fixed limit's throughput the limit that is found out reaches, as a mean of
 * several seeds.
 */
class AdaptiveThroughputTest {

  private static final int SEEDS = 5;
  private static final int SOME = 2000;
  private static final int MANY = 18_000;

  /**
   * A server, what must be reached in the first 2000 answers, and in 20,000, and how many times the
   * best limit the mean limit may be.
   */
  record Case(ServerModel model, double some, double all, double over) {
    @Override
    public String toString() {
      return model.toString();
    }
  }

  private static Case of(ServerModel model, double some, double all) {
    return new Case(model, some, all, 2);
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (int cores : new int[] {1, 2, 3, 4, 6, 8, 11, 16}) {
      cases.add(of(ServerModel.cores(cores), 0.9, 0.95));
      cases.add(of(ServerModel.cores(cores).noisy(0.5), 0.9, 0.9));
      cases.add(of(ServerModel.cores(cores).noisy(1), 0.8, 0.85));
      cases.add(of(ServerModel.cores(cores).noisy(0.5).mixed(0), 0.85, 0.85));
      // A queue hands one kind's times on to the next: it may go far over, and loses nothing by it.
      cases.add(new Case(ServerModel.cores(cores).noisy(0.5).mixed(200), 0.85, 0.85, 3));
    }
    cases.add(of(ServerModel.cores(2).noisy(0.5).network(20, 10, 8), 0.9, 0.9));
    cases.add(of(ServerModel.cores(4).noisy(0.5).network(20, 10, 16), 0.9, 0.9));
    cases.add(of(ServerModel.cores(8).noisy(0.5).network(20, 10, 32), 0.85, 0.9));
    cases.add(of(ServerModel.cores(2).noisy(0.5).network(50, 5, 32), 0.85, 0.9));
    // Nothing but latency: 64 in flight are best, and the climb there takes a third of 2000.
    cases.add(of(ServerModel.unlimited().network(50, 2, 64), 0.65, 0.9));
    cases.add(of(ServerModel.unlimited().noisy(1).network(50, 10, 64), 0.6, 0.9));
    cases.add(of(ServerModel.unlimited().noisy(0.3).collapsesOver(6), 0.7, 0.9));
    cases.add(of(ServerModel.unlimited().noisy(0.3).collapsesOver(10), 0.75, 0.9));
    cases.add(of(ServerModel.unlimited().noisy(0.3).collapsesOver(15), 0.7, 0.85));
    cases.add(of(ServerModel.unlimited().noisy(0.3).collapsesOver(22), 0.6, 0.85));
    // Each refusal costs a second, in which a hundred of them and more could be answered.
    cases.add(of(ServerModel.unlimited().noisy(0.3).refusesOver(6), 0.75, 0.75));
    cases.add(of(ServerModel.unlimited().noisy(0.3).refusesOver(10), 0.5, 0.75));
    cases.add(of(ServerModel.unlimited().noisy(0.3).refusesOver(20), 0.4, 0.7));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itComesNearTheBestFixedLimit(Case wanted) throws InterruptedException {
    double best = 0;
    double allBest = 0;
    double some = 0;
    double all = 0;
    double inFlight = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      FakeServerUnderLoad steady =
          new FakeServerUnderLoad(new SteadyLimit(wanted.model.best()), wanted.model, seed);
      FakeServerUnderLoad adaptive =
          new FakeServerUnderLoad(new AdaptiveLimit(64), wanted.model, seed);
      best += seconds(steady.serve(SOME));
      allBest += seconds(steady.serve(MANY));
      some += seconds(adaptive.serve(SOME));
      all += seconds(adaptive.serve(MANY));
      inFlight += adaptive.allowed.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    assertThat(best / some).isGreaterThan(wanted.some);
    assertThat((best + allBest) / (some + all)).isGreaterThan(wanted.all);
    assertThat(inFlight / SEEDS).isLessThan(wanted.over * wanted.model.best());
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
