package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.Timings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes the members of an {@code entry} of HAR 1.2. Cookies are left empty: they are headers, and
 * their values are secret.
 */
final class HarEntry {

  private final JsonWriter json;

  HarEntry(JsonWriter json) {
    this.json = json;
  }

  /**
   * Writes all members into the object that was begun.
   *
   * @param contentSize the content's bytes after content decoding; -1 when not known
   * @param text writes what there is of the content itself
   */
  void write(Exchange exchange, long contentSize, HarText text) {
    json.time("startedDateTime", exchange.started());
    json.milliseconds("time", total(exchange.timings()));
    writeRequest(exchange);
    new HarResponse(json).write(exchange, contentSize, text);
    json.beginObject("cache");
    json.endObject();
    writeTimings(exchange.timings());
    if (exchange.peer() != null) {
      json.string("serverIPAddress", exchange.peer().address());
      json.string("connection", Integer.toString(exchange.peer().localPort()));
    }
  }

  /** Writes a list of names and values: of header fields, of a query, of a part's MIME headers. */
  static void writePairs(JsonWriter json, String member, Iterable<Header> pairs) {
    json.beginArray(member);
    for (Header pair : pairs) {
      json.beginObject();
      json.string("name", pair.name());
      json.string("value", pair.value());
      json.endObject();
    }
    json.endArray();
  }

  static void writeNoCookies(JsonWriter json) {
    json.beginArray("cookies");
    json.endArray();
  }

  private void writeRequest(Exchange exchange) {
    Request request = exchange.request();
    json.beginObject("request");
    json.string("method", "GET");
    json.string("url", request.address());
    json.string(
        "httpVersion", exchange.response() == null ? "" : exchange.response().httpVersion());
    writeNoCookies(json);
    writePairs(json, "headers", request.headers());
    writePairs(json, "queryString", HarQuery.parameters(request));
    json.number("headersSize", -1);
    json.number("bodySize", 0);
    json.endObject();
  }

  private void writeTimings(Timings timings) {
    json.beginObject("timings");
    writePhase("blocked", timings.blocked(), -1);
    writePhase("dns", timings.dns(), -1);
    writePhase("connect", timings.connect(), -1);
    writePhase("ssl", timings.ssl(), -1);
    writePhase("send", timings.send(), 0);
    writePhase("wait", timings.waiting(), 0);
    writePhase("receive", timings.receive(), 0);
    json.endObject();
  }

  private void writePhase(String name, @Nullable Duration took, int unknown) {
    if (took == null) {
      json.number(name, unknown);
    } else {
      json.milliseconds(name, microseconds(took));
    }
  }

  /** The sum of the phases as they are written, so that a reader finds no difference. */
  private static long total(Timings timings) {
    return microseconds(timings.blocked())
        + microseconds(timings.dns())
        + microseconds(timings.connect())
        + microseconds(timings.send())
        + microseconds(timings.waiting())
        + microseconds(timings.receive());
  }

  private static long microseconds(@Nullable Duration took) {
    return took == null ? 0 : took.toNanos() / 1000;
  }
}
