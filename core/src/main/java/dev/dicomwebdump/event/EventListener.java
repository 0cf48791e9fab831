package dev.dicomwebdump.event;

/** Hears what happens in a run. Called by many threads at once, and must not block. */
@FunctionalInterface
public interface EventListener {

  /** Hears nothing. */
  EventListener NONE = event -> {};

  /** Something happened. */
  void on(Event event);
}
