package dev.dicomwebdump.fetch;

import java.time.Instant;

/**
 * The server asks to wait longer than is allowed, such as for a daily quota: the run cannot go on.
 */
public final class ServerAsksToWaitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Instant resumeAt;

  /**
   * @param resumeAt when the server wants to be asked again
   */
  public ServerAsksToWaitException(Instant resumeAt) {
    super("the server asks to wait until " + resumeAt);
    this.resumeAt = resumeAt;
  }

  /** When the server wants to be asked again. */
  public Instant resumeAt() {
    return resumeAt;
  }
}
