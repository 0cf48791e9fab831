package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.stress.Stress;

/** Tells others how a run goes, while it does. */
interface Metering extends AutoCloseable {

  /** Nobody asks. */
  Metering NONE =
      new Metering() {
        @Override
        public EventListener before(EventListener next) {
          return next;
        }

        @Override
        public void begin(DicomwebDump dump) {}

        @Override
        public void begin(Stress stress) {}

        @Override
        public void close() {}
      };

  /** Hears what happens, and passes it on. */
  EventListener before(EventListener next);

  /**
   * Begins to tell of a dump.
   *
   * @throws PortTakenException when nothing can listen where it was to
   */
  void begin(DicomwebDump dump);

  /**
   * Begins to tell of a stress test.
   *
   * @throws PortTakenException when nothing can listen where it was to
   */
  void begin(Stress stress);

  @Override
  void close();
}
