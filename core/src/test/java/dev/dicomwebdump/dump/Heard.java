package dev.dicomwebdump.dump;

import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Remembers what happened. */
final class Heard implements EventListener {

  private final List<Event> events = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void on(Event event) {
    events.add(event);
  }

  private <E extends Event> Stream<E> all(Class<E> kind) {
    return List.copyOf(events).stream().filter(kind::isInstance).map(kind::cast);
  }

  List<String> begun() {
    return all(Event.ResourceBegun.class).map(event -> event.resource().path()).toList();
  }

  List<String> ended() {
    return all(Event.ResourceEnded.class).map(event -> event.resource().path()).toList();
  }

  /** The resources that ended so. */
  List<String> ended(Outcome outcome) {
    return all(Event.ResourceEnded.class)
        .filter(event -> event.outcome() == outcome)
        .map(event -> event.resource().path())
        .toList();
  }
}
