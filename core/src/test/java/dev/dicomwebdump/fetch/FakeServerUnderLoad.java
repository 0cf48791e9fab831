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
 * A simulation, in a time of its own, of a server and of a client that keeps as many requests in
 * flight as its pace allows. For one thread.
 */
final class FakeServerUnderLoad implements Waits {

  private static final URI ROOT = URI.create("https://pacs.example/studies");

  private final Random chance;
  private final HostPace pace;
  private final PriorityQueue<Answering> inFlight =
      new PriorityQueue<>(Comparator.comparing(Answering::end));

  /** When each core is free again. */
  private final PriorityQueue<Instant> cores = new PriorityQueue<>();

  private ServerModel model;
  private Instant now = FakeWaits.START;
  private int begun;
  private double slowness = 1;

  /** Limits after each answer. */
  final List<Integer> allowed = new ArrayList<>();

  /** Answers 503. */
  int refusals;

  private record Answering(HostPace.Turn turn, Instant begun, Instant end, int kind, int status) {}

  FakeServerUnderLoad(InFlightLimit limit, ServerModel model, long seed) {
    this.pace = new HostPace(limit, Politeness.NONE, this, EventListener.NONE);
    this.chance = new Random(seed);
    this.model = model;
    become(model);
  }

  FakeServerUnderLoad(InFlightLimit limit, ServerModel model) {
    this(limit, model, 4);
  }

  /** Serves like that from now on. */
  void become(ServerModel other) {
    model = other;
    while (cores.size() > model.cores()) {
      cores.remove();
    }
    while (cores.size() < model.cores()) {
      cores.add(now);
    }
  }

  /** All takes that many times as long from now on. */
  void slowness(double factor) {
    slowness = factor;
  }

  /** Goes on until so many more answers have come; then the median of the limits under them. */
  int settledAfter(int answers) throws InterruptedException {
    allowed.clear();
    serve(answers);
    return allowed.stream().sorted().toList().get(answers / 2);
  }

  /** How long so many more answers take that refuse nothing. */
  Duration serve(int answers) throws InterruptedException {
    Instant start = now;
    int left = answers;
    while (left > 0) {
      while (inFlight.size() < pace.allowed()) {
        begin();
      }
      Answering next = inFlight.remove();
      now = next.end.isAfter(now) ? next.end : now;
      pace.end(next.turn, answer(next));
      allowed.add(pace.allowed());
      left -= next.status == 200 ? 1 : 0;
      refusals += next.status == 200 ? 0 : 1;
    }
    return Duration.between(start, now);
  }

  private void begin() throws InterruptedException {
    HostPace.Turn turn = pace.begin();
    int kinds = model.work().size();
    int kind = model.run() == 0 ? chance.nextInt(kinds) : begun / model.run() % kinds;
    begun++;
    boolean refused = inFlight.size() >= model.most();
    Instant end = refused ? now : served(millis(work(kind)));
    Instant arrives = end.plus(millis(model.network() / 2));
    inFlight.add(new Answering(turn, now, arrives, kind, refused ? 503 : 200));
  }

  private double work(int kind) {
    double sigma = model.sigma();
    double noise = Math.exp(sigma * chance.nextGaussian() - sigma * sigma / 2);
    double tooMany = Math.max(1, (inFlight.size() + 1.0) / model.collapse());
    return model.work().get(kind) * noise * slowness * tooMany * tooMany;
  }

  private Instant served(Duration work) {
    Instant asked = now.plus(millis(model.network() / 2));
    Instant free = cores.remove();
    Instant end = (free.isAfter(asked) ? free : asked).plus(work);
    cores.add(end);
    return end;
  }

  private static Duration millis(double millis) {
    return Duration.ofNanos((long) (1e6 * millis));
  }

  private static Exchange answer(Answering answering) {
    Request request =
        new Request(ROOT, new Headers(List.of(new Header("Accept", "kind/" + answering.kind))));
    Answer sent = answering.status == 200 ? Answer.OK : Answer.status(503, "Retry-After", "1");
    Exchange untimed = sent.to(request, new FakeSink(), answering.begun);
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
