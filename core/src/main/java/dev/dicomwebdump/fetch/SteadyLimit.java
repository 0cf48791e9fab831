package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;

/** As many as the user says; after a halving one more again for as many answers as are allowed. */
final class SteadyLimit implements InFlightLimit {

  private final int most;
  private int allowed;
  private int answers;

  SteadyLimit(int most) {
    this.most = most;
    this.allowed = most;
  }

  @Override
  public int allowed() {
    return allowed;
  }

  @Override
  public void halve() {
    allowed = Math.max(1, allowed / 2);
    answers = 0;
  }

  @Override
  public void learn(HostPace.Turn turn, Exchange answer) {
    if (answer.status() >= 500) {
      return;
    }
    answers++;
    if (answers >= allowed) {
      allowed = Math.min(most, allowed + 1);
      answers = 0;
    }
  }
}
