package dev.dicomwebdump.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The server, which answered before, has been gone for too long: the run cannot go on. */
public final class ServerGoneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Instant since;

  /**
   * @param since when it was last heard of
   * @param waited how long it was waited for
   * @param last what came of the last request, in one line
   */
  ServerGoneException(Instant since, Duration waited, String last) {
    super(
        "the server has been gone since %s, and was waited for for %d s (%s)"
            .formatted(since.truncatedTo(ChronoUnit.SECONDS), waited.toSeconds(), last));
    this.since = since;
  }

  /** When the server was last heard of. */
  public Instant since() {
    return since;
  }
}
