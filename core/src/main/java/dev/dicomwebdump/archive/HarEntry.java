package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.Timings;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes the members of an {@code entry} of HAR 1.2. Cookies are left empty: they are headers, and
 * their values are secret.
 */
final class HarEntry {

  private final JsonGenerator json;

  HarEntry(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes all members into the object that was begun.
   *
   * @param contentSize the content's bytes after content decoding; -1 when not known
   * @param text writes what there is of the content itself
   */
  void write(Exchange exchange, long contentSize, HarText text) throws IOException {
    json.writeStringField("startedDateTime", JsonText.time(exchange.started()));
    JsonText.writeMilliseconds(json, "time", total(exchange.timings()));
    writeRequest(exchange);
    new HarResponse(json).write(exchange, contentSize, text);
    json.writeObjectFieldStart("cache");
    json.writeEndObject();
    writeTimings(exchange.timings());
    if (exchange.peer() != null) {
      json.writeStringField("serverIPAddress", exchange.peer().address());
      json.writeStringField("connection", Integer.toString(exchange.peer().localPort()));
    }
  }

  /** Writes a list of names and values: of header fields, of a query, of a part's MIME headers. */
  static void writePairs(JsonGenerator json, String member, Iterable<Header> pairs)
      throws IOException {
    json.writeArrayFieldStart(member);
    for (Header pair : pairs) {
      json.writeStartObject();
      json.writeStringField("name", pair.name());
      json.writeStringField("value", pair.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeNoCookies(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("cookies");
    json.writeEndArray();
  }

  private void writeRequest(Exchange exchange) throws IOException {
    Request request = exchange.request();
    json.writeObjectFieldStart("request");
    json.writeStringField("method", "GET");
    json.writeStringField("url", request.address());
    json.writeStringField(
        "httpVersion", exchange.response() == null ? "" : exchange.response().httpVersion());
    writeNoCookies(json);
    writePairs(json, "headers", request.headers());
    writePairs(json, "queryString", HarQuery.parameters(request));
    json.writeNumberField("headersSize", -1);
    json.writeNumberField("bodySize", 0);
    json.writeEndObject();
  }

  private void writeTimings(Timings timings) throws IOException {
    json.writeObjectFieldStart("timings");
    writePhase("blocked", timings.blocked(), -1);
    writePhase("dns", timings.dns(), -1);
    writePhase("connect", timings.connect(), -1);
    writePhase("ssl", timings.ssl(), -1);
    writePhase("send", timings.send(), 0);
    writePhase("wait", timings.waiting(), 0);
    writePhase("receive", timings.receive(), 0);
    json.writeEndObject();
  }

  private void writePhase(String name, @Nullable Duration took, int unknown) throws IOException {
    if (took == null) {
      json.writeNumberField(name, unknown);
    } else {
      JsonText.writeMilliseconds(json, name, took);
    }
  }

  /** The sum of the phases as they are written, so that a reader finds no difference. */
  private static Duration total(Timings timings) {
    return microseconds(timings.blocked())
        .plus(microseconds(timings.dns()))
        .plus(microseconds(timings.connect()))
        .plus(microseconds(timings.send()))
        .plus(microseconds(timings.waiting()))
        .plus(microseconds(timings.receive()));
  }

  private static Duration microseconds(@Nullable Duration took) {
    return took == null ? Duration.ZERO : Duration.ofNanos(took.toNanos() / 1000 * 1000);
  }
}
