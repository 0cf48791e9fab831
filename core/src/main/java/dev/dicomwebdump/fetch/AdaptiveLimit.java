package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how many requests in flight serve best: it climbs while more of them pay, and steps
 * down when they do not, or when the server becomes slower whatever it does.
 *
 * <p>The limit stays as it is for a round of answers. At its end their latency is compared with
 * that of the round before. By Little's law n times the requests in flight give n times the
 * throughput only where latency stays as it was; see {@link #WORTH} for what is thought to pay. At
 * first the limit doubles, later it goes by a quarter, and it never rests: servers change.
 */
final class AdaptiveLimit implements InFlightLimit {

  private static final int FIRST = 2;
  private static final int SHORTEST_ROUND = 16;

  /**
   * For n times the requests in flight, latency may become n to this power as long. So twice as
   * many must give a quarter more throughput: 2 to the power of 1 - 0.7 is 1.23.
   */
  private static final double WORTH = 0.7;

  /** Latency that rises so much without more in flight means that others use the server too. */
  private static final double RISE = 1.25;

  private final int most;
  private int allowed;
  private boolean up = true;
  private boolean doubling = true;
  private Latencies round = new Latencies();
  private @Nullable Latencies former;
  private int formerAllowed;

  /**
   * @param most the highest limit; 1 or more
   */
  AdaptiveLimit(int most) {
    this.most = most;
    this.allowed = Math.min(FIRST, most);
  }

  @Override
  public int allowed() {
    return allowed;
  }

  @Override
  public void halve() {
    allowed = Math.max(1, allowed / 2);
    up = true;
    doubling = false;
    former = null;
    round = new Latencies();
  }

  /** A gateway's 502 to 504 tell of too much, though they do not ask for less. */
  @Override
  public void learn(HostPace.Turn turn, Exchange answer) {
    if (turn.allowed() != allowed) {
      return;
    }
    int status = answer.status();
    if (status >= 502 && status <= 504) {
      halve();
    } else if (turn.isFull() && answer.problem() == null) {
      round.add(answer);
      endRound();
    }
  }

  private void endRound() {
    if (round.count() < Math.max(SHORTEST_ROUND, 4 * allowed)) {
      return;
    }
    double ratio = former == null ? 1 : round.comparedWith(former);
    boolean comparable = !Double.isNaN(ratio);
    if (comparable && former != null) {
      up = shouldRise(ratio);
    }
    former = round;
    formerAllowed = allowed;
    round = new Latencies();
    if (comparable) {
      step();
    }
  }

  private boolean shouldRise(double ratio) {
    double worth = Math.pow((double) allowed / formerAllowed, WORTH);
    if (allowed > formerAllowed) {
      return ratio <= worth;
    }
    boolean slower = ratio > RISE;
    boolean paid = allowed < formerAllowed && ratio <= worth;
    return !slower && !paid;
  }

  private void step() {
    if (allowed == (up ? most : 1)) {
      up = !up;
    }
    int next;
    if (doubling) {
      next = up ? allowed * 2 : allowed / 2;
      doubling = up;
    } else {
      int by = Math.max(1, allowed / 4);
      next = up ? allowed + by : allowed - by;
    }
    allowed = Math.max(1, Math.min(most, next));
  }
}
