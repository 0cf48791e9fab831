package dev.dicomwebdump.event;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.Resource;
import java.time.Duration;

/** Something that happened. Bytes are not events: they are counters that views poll. */
public sealed interface Event {

  /** A resource is about to be asked for. */
  record ResourceBegun(Resource resource) implements Event {}

  /**
   * A resource was asked for, and what came is on disk.
   *
   * @param exchange the last exchange, with all earlier ones
   */
  record ResourceEnded(Resource resource, Outcome outcome, Exchange exchange) implements Event {}

  /** A resource is not asked for, since an earlier run had it whole. */
  record ResourceKept(Resource resource) implements Event {}

  /**
   * No request goes to the server for a while.
   *
   * @param pause how long from now
   * @param reason one line for a person
   */
  record HostPaused(Duration pause, String reason) implements Event {}
}
