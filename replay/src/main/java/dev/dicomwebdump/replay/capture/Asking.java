package dev.dicomwebdump.replay.capture;

/**
 * What a client asks for. Immutable.
 *
 * @param path the path of the URL, encoded as it came
 * @param query the query, encoded as it came; empty for none
 * @param accept the Accept header; {@code *}{@code /*} for none
 * @param origin scheme, host and port under which the client sees the server
 */
public record Asking(String path, String query, String accept, String origin) {

  /** Any media type. */
  public static final String ANYTHING = "*/*";

  /** The same without a query and for any media type. */
  Asking forAnything() {
    return new Asking(path, query, ANYTHING, origin);
  }
}
