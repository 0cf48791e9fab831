package dev.dicomwebdump.exchange;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One GET request. Immutable.
 *
 * <p>The URL is taken apart only when somebody asks for it as such: of a million requests nearly
 * all go to URLs that were put together here, and are sent and recorded as text.
 */
public final class Request {

  private final String address;
  private final Headers headers;
  private volatile @Nullable URI url;

  /**
   * @param url where to, without user-info
   * @param headers what is sent; a transport adds what the protocol needs (Host, Connection)
   */
  public Request(URI url, Headers headers) {
    this(url.toString(), headers, url);
  }

  /**
   * @param address where to, without user-info; must be a URL, which is not looked at here
   * @param headers what is sent; a transport adds what the protocol needs (Host, Connection)
   */
  public Request(String address, Headers headers) {
    this(address, headers, null);
  }

  private Request(String address, Headers headers, @Nullable URI url) {
    this.address = address;
    this.headers = headers;
    this.url = url;
  }

  /** The URL as text. */
  public String address() {
    return address;
  }

  /**
   * The URL.
   *
   * @throws IllegalArgumentException when the address is none
   */
  public URI url() {
    URI known = url;
    if (known == null) {
      known = URI.create(address);
      url = known;
    }
    return known;
  }

  /** What is sent. */
  public Headers headers() {
    return headers;
  }

  /** The same request with other headers. */
  public Request with(Headers others) {
    return new Request(address, others, url);
  }

  /** The same request with one header field set. */
  public Request with(String name, String value) {
    return with(headers.with(name, value));
  }

  /** The same request without a header field. */
  public Request without(String name) {
    return with(headers.without(name));
  }

  /** The same request to another URL. */
  public Request to(URI other) {
    return new Request(other, headers);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Request request
        && address.equals(request.address)
        && headers.equals(request.headers);
  }

  @Override
  public int hashCode() {
    return 31 * address.hashCode() + headers.hashCode();
  }

  @Override
  public String toString() {
    return "Request[url=" + address + ", headers=" + headers + "]";
  }
}
