package dev.dicomwebdump.stress;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The requests of a list in its order, and again. */
final class RoundSource implements AskSource {

  private final List<Ask> asks;
  private final AtomicLong next = new AtomicLong();

  /**
   * @param asks at least one
   */
  RoundSource(List<Ask> asks) {
    this.asks = asks;
  }

  @Override
  public Ask next() {
    return asks.get((int) (next.getAndIncrement() % asks.size()));
  }
}
