package dev.dicomwebdump.report;

/**
 * The exchanges over one version of HTTP with one address. Immutable.
 *
 * @param httpVersion {@code HTTP/1.1}, {@code HTTP/2}; empty when no response came
 * @param address the server's IP address; empty when there was no connection. Both are {@link
 *     #OTHERS} for all that are more than a hundred
 * @param requests how many exchanges
 * @param opened how many of them made their connection; the others found one
 */
public record ConnectionFigures(String httpVersion, String address, long requests, long opened) {

  /** Version and address of those for which there is no line of their own. */
  public static final String OTHERS = "others";
}
