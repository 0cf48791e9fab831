package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how many requests in flight serve best, by trials: a round of answers with more or
 * fewer in flight is compared with a round at the limit held so far, and the limit goes there if
 * that pays.
 *
 * <p>By Little's law the throughput is the number in flight through the mean latency. A comparison
 * that chance may have made is repeated, both rounds of it, and decided by all of them together.
 */
final class AdaptiveLimit implements InFlightLimit {

  private static final int FIRST = 4;
  private static final int SHORTEST_ROUND = 16;
  private static final int ROUNDS_AT_MOST = 4;

  /**
   * For n times the requests in flight, throughput must become n to this power: twice as many must
   * give 15 % more.
   */
  private static final double WORTH = 0.2;

  /** How many standard errors away chance is left out of account. */
  private static final double SURE = 2;

  /** Latency that rises so much without more in flight means that others use the server too. */
  private static final double RISE = Math.log(1.3);

  private final Ceiling ceiling;
  private final Course course = new Course();
  private int held;
  private int allowed;
  private int rounds;
  private boolean climbing = true;
  private long newest;
  private long changed = -1;
  private Latencies round = new Latencies();
  private Latencies whileHeld = new Latencies();
  private Latencies onTrial = new Latencies();
  private @Nullable Latencies former;

  /**
   * @param most the highest limit; 1 or more
   */
  AdaptiveLimit(int most) {
    this.ceiling = new Ceiling(most);
    this.held = Math.min(FIRST, most);
    this.allowed = held;
  }

  @Override
  public int allowed() {
    return allowed;
  }

  @Override
  public void halve() {
    ceiling.refused(allowed);
    climbing = false;
    course.begin(true);
    hold(Math.max(1, allowed / 2), new Latencies());
    allow(held);
  }

  /** A gateway's 502 to 504 tell of too much, though they do not ask for less. */
  @Override
  public void learn(HostPace.Turn turn, Exchange answer) {
    newest = Math.max(newest, turn.number());
    if (turn.number() <= changed || turn.allowed() != allowed) {
      return;
    }
    int status = answer.status();
    if (status >= 502 && status <= 504) {
      halve();
    } else if (turn.isFull() && answer.problem() == null) {
      ceiling.answered();
      round.add(answer);
      endRound();
    }
  }

  private void endRound() {
    int enough = Math.max(SHORTEST_ROUND, 4 * allowed);
    if (round.count() < (climbing ? enough / 2 : enough)) {
      return;
    }
    ceiling.proved(allowed);
    if (allowed == held) {
      endHeldRound();
    } else {
      endTrialRound();
    }
  }

  private void endHeldRound() {
    if (former != null && held > 1 && isSlower(former)) {
      course.begin(false);
      hold(course.below(held), new Latencies());
      allow(held);
      return;
    }
    former = round;
    if (rounds == 0) {
      whileHeld = new Latencies();
    }
    whileHeld.addAll(round);
    allow(course.next(held, ceiling.highest()));
  }

  private boolean isSlower(Latencies before) {
    Latencies.Ratio ratio = round.comparedWith(before);
    return ratio != null && ratio.logarithm() - SURE * ratio.error() > RISE;
  }

  private void endTrialRound() {
    onTrial.addAll(round);
    rounds++;
    Latencies.Ratio latency = onTrial.comparedWith(whileHeld);
    if (latency == null) {
      hold(held, new Latencies());
      allow(held);
      return;
    }
    // Positive where the higher of both limits is worth it.
    double more = Math.log((double) allowed / held);
    double worth = Math.signum(more) * ((1 - WORTH) * more - latency.logarithm());
    if (Math.abs(worth) <= SURE * latency.error() && rounds < ROUNDS_AT_MOST) {
      allow(held);
    } else {
      decide(worth > 0 == allowed > held);
    }
  }

  private void decide(boolean pays) {
    if (pays) {
      course.paid();
      hold(allowed, onTrial);
    } else {
      climbing = false;
      course.failed();
      rounds = 0;
      onTrial = new Latencies();
    }
    allow(course.next(held, ceiling.highest()));
  }

  private void hold(int limit, Latencies known) {
    held = limit;
    whileHeld = known;
    onTrial = new Latencies();
    former = null;
    rounds = 0;
  }

  /** Answers to requests that are under way by now do not tell of the new limit. */
  private void allow(int limit) {
    if (limit != allowed) {
      changed = newest + allowed;
    }
    allowed = limit;
    round = new Latencies();
  }
}
