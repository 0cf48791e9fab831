package dev.dicomwebdump.replay;

import java.time.Duration;

/** One thing that goes wrong with a response. */
sealed interface Fault {

  /** Another status, with no content to speak of. */
  record Status(int status) implements Fault {}

  /** The connection ends in the middle of the content. */
  record Cut() implements Fault {}

  /** In the middle of the content nothing comes for so long; then the connection ends. */
  record Stall(Duration time) implements Fault {}

  /** The connection is reset before anything comes. */
  record Reset() implements Fault {}

  /** So many bytes more are promised than come. */
  record WrongLength(long more) implements Fault {}
}
