package dev.dicomwebdump.testkit.server;

import java.util.ArrayList;
import java.util.List;

/**
 * A response to be sent. Content-Length, Transfer-Encoding and Connection come from how it is sent
 * and are not among its headers. Immutable; the methods give changed copies.
 */
public final class Answer {
  private final int status;
  private final List<Header> headers;
  private final Body body;
  private final Delivery delivery;

  private Answer(int status, List<Header> headers, Body body, Delivery delivery) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.delivery = delivery;
  }

  /** An answer with no headers. */
  public static Answer of(int status, Body body) {
    return new Answer(status, List.of(), body, Delivery.PLAIN);
  }

  static Answer of(int status, String contentType, Body body) {
    return of(status, body).withHeader("Content-Type", contentType);
  }

  static Answer of(Multipart body) {
    return of(200, body.contentType(), body);
  }

  /** Its status code. */
  public int status() {
    return status;
  }

  /** Its headers in order. */
  public List<Header> headers() {
    return headers;
  }

  /** Its content. */
  public Body body() {
    return body;
  }

  /** With one header more, even where there is one of that name. */
  public Answer withHeader(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Answer(status, more, body, delivery);
  }

  /** Without the headers of that name. */
  public Answer withoutHeader(String name) {
    List<Header> fewer = headers.stream().filter(header -> !header.is(name)).toList();
    return new Answer(status, fewer, body, delivery);
  }

  /** With another body under the same headers. */
  public Answer withBody(Body changed) {
    return new Answer(status, headers, changed, delivery);
  }

  Delivery delivery() {
    return delivery;
  }

  Answer with(Delivery changed) {
    return new Answer(status, headers, body, changed);
  }
}
