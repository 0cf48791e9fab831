package dev.dicomwebdump.cli;

import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.EventListener;

/** Tells of pauses, and, for debugging, of each resource. */
final class EventLines implements EventListener {

  private final Terminal terminal;
  private final ViewOptions options;

  EventLines(Terminal terminal, ViewOptions options) {
    this.terminal = terminal;
    this.options = options;
  }

  @Override
  public void on(Event event) {
    if (event instanceof Event.HostPaused paused && !options.quiet.value()) {
      terminal.say("pause of " + Quantities.time(paused.pause()) + ": " + paused.reason());
    } else if (event instanceof Event.ResourceEnded ended && options.debug.value()) {
      terminal.say(
          ended.outcome().published()
              + " "
              + ended.exchange().status()
              + " "
              + ended.resource()
              + " in "
              + Quantities.time(ended.exchange().timings().total()));
    }
  }
}
