package dev.dicomwebdump.fetch;

import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.Timings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * A server whose answers take longer the more of them it is at, in a time of its own, and a client
 * that keeps as many requests in flight as its pace allows. For one thread.
 */
final class FakeServerUnderLoad implements Waits {

  /** Requests that take the server that many times as long as the shortest. */
  private static final int[] WORK = {1, 4, 30};

  private final Random chance = new Random(4);
  private final HostPace pace;
  private final PriorityQueue<Answering> inFlight =
      new PriorityQueue<>(Comparator.comparing(Answering::end));
  private Instant now = FakeWaits.START;
  private int parallel;
  private double slowness = 1;
  private int mostAtOnce = Integer.MAX_VALUE;

  /** Limits after each answer. */
  final List<Integer> allowed = new ArrayList<>();

  private record Answering(HostPace.Turn turn, Instant begun, Instant end, int work, int status) {}

  /**
   * @param parallel how many requests it serves at once; more have to share
   */
  FakeServerUnderLoad(InFlightLimit limit, int parallel) {
    this.pace = new HostPace(limit, Politeness.NONE, this, EventListener.NONE);
    this.parallel = parallel;
  }

  void parallel(int requests) {
    parallel = requests;
  }

  /** All takes that many times as long from now on. */
  void slowness(double factor) {
    slowness = factor;
  }

  /** More at once are answered 429. */
  void mostAtOnce(int requests) {
    mostAtOnce = requests;
  }

  /** Goes on until so many more answers have come; then the median of the limits under them. */
  int settledAfter(int answers) throws InterruptedException {
    allowed.clear();
    for (int i = 0; i < answers; i++) {
      while (inFlight.size() < pace.allowed()) {
        begin();
      }
      Answering next = inFlight.remove();
      now = next.end.isAfter(now) ? next.end : now;
      pace.end(next.turn, answer(next));
      allowed.add(pace.allowed());
    }
    return allowed.stream().sorted().toList().get(answers / 2);
  }

  private void begin() throws InterruptedException {
    HostPace.Turn turn = pace.begin();
    boolean tooMany = inFlight.size() >= mostAtOnce;
    int work = WORK[chance.nextInt(WORK.length)];
    double load = Math.max(1, (inFlight.size() + 1.0) / parallel);
    double noise = 0.7 + 0.6 * chance.nextDouble();
    Duration takes = Duration.ofNanos((long) (5_000_000 * work * load * slowness * noise));
    inFlight.add(
        new Answering(turn, now, tooMany ? now : now.plus(takes), work, tooMany ? 429 : 200));
  }

  private static Exchange answer(Answering answering) {
    Request request =
        new Request(
            URI.create("https://pacs.example/studies"),
            new Headers(List.of(new Header("Accept", "work/" + answering.work))));
    Exchange untimed = Answer.status(answering.status).to(request, new FakeSink(), answering.begun);
    return timed(untimed, Duration.between(answering.begun, answering.end));
  }

  /** The same exchange, for which the server took that long. */
  static Exchange timed(Exchange exchange, Duration took) {
    return new Exchange(
        exchange.request(),
        exchange.response(),
        exchange.started(),
        new Timings(null, null, null, null, null, took, Duration.ZERO),
        null,
        0,
        exchange.problem(),
        List.of());
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public boolean sleep(Duration duration, CountDownLatch end) {
    now = now.plus(duration);
    return end.getCount() == 0;
  }
}
