package dev.dicomwebdump.it;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Where in its life a run is killed: after a number of requests or of bytes, or some time after its
 * start, which may be before the first request.
 *
 * @param at how many of them, or milliseconds
 * @param delayMicros how long after that, so that what follows a response is met too
 */
record KillPoint(Kind kind, long at, int delayMicros) {
  /** Longer than a run of the program takes to its first request. */
  private static final int START_MILLIS = 500;

  /** What is counted. */
  enum Kind {
    REQUESTS,
    BYTES,
    MILLIS
  }

  /**
   * One of those that a run may come to.
   *
   * @param requests how many it will make
   * @param bytes how many it will receive
   */
  static KillPoint within(int requests, long bytes, Random random) {
    int delay = random.nextInt(random.nextInt(4) == 0 ? 40_000 : 2_000);
    return switch (random.nextInt(5)) {
      case 0, 1 -> new KillPoint(Kind.REQUESTS, 1L + random.nextInt(requests + 1), delay);
      case 2, 3 -> new KillPoint(Kind.BYTES, 1 + (long) (random.nextDouble() * bytes), delay);
      default -> new KillPoint(Kind.MILLIS, random.nextInt(START_MILLIS), 0);
    };
  }

  /** Counts what goes through a relay from now on; completed when the point is reached. */
  CompletableFuture<Void> awaitedAt(Relay relay) {
    CompletableFuture<Void> counted =
        relay.countTo(
            (requests, bytes) ->
                switch (kind) {
                  case REQUESTS -> requests >= at;
                  case BYTES -> bytes >= at;
                  case MILLIS -> false;
                });
    CompletableFuture<Void> reached =
        kind == Kind.MILLIS ? counted.completeOnTimeout(null, at, TimeUnit.MILLISECONDS) : counted;
    return reached.thenRunAsync(
        () -> {}, CompletableFuture.delayedExecutor(delayMicros, TimeUnit.MICROSECONDS));
  }
}
