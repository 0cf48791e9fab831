package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;

/** How many requests may be in flight. Not safe for use by several threads. */
interface InFlightLimit {

  /** The present limit; 1 or more. */
  int allowed();

  /** The server asks for less. */
  void halve();

  /**
   * A response came, and none that asks for less, to a request made since the last time that one
   * asked for less.
   *
   * @param turn the leave to make it
   */
  void learn(HostPace.Turn turn, Exchange answer);
}
