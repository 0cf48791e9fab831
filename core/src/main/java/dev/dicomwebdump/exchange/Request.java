package dev.dicomwebdump.exchange;

import java.net.URI;

/**
 * One GET request. Immutable.
 *
 * @param url where to, without user-info
 * @param headers what is sent; a transport adds what the protocol needs (Host, Connection)
 */
public record Request(URI url, Headers headers) {

  /** The same request with one header field set. */
  public Request with(String name, String value) {
    return new Request(url, headers.with(name, value));
  }

  /** The same request without a header field. */
  public Request without(String name) {
    return new Request(url, headers.without(name));
  }

  /** The same request to another URL. */
  public Request to(URI other) {
    return new Request(other, headers);
  }
}
