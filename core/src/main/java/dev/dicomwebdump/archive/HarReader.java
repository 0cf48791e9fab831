package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Peer;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link HarEntry} and {@link HarResponse} write. */
final class HarReader {

  private HarReader() {}

  /** The exchange that an entry tells of. */
  static Exchange exchange(JsonObject entry, @Nullable Problem problem, List<Exchange> earlier)
      throws FormatException {
    entry.require("time", "cache");
    JsonObject response = entry.object("response");
    ResponseHead head = head(response);
    return new Exchange(
        request(entry.object("request")),
        head,
        Instant.parse(entry.string("startedDateTime")),
        timings(entry.object("timings")),
        peer(entry),
        head == null ? 0 : response.whole("bodySize", 0),
        problem,
        earlier);
  }

  /** The content's bytes after content decoding; -1 when not known. */
  static long contentSize(JsonObject entry) throws FormatException {
    return entry.object("response").object("content").whole("size", -1);
  }

  /** The beginning of an error body, or null. */
  static @Nullable String text(JsonObject entry) throws FormatException {
    JsonObject content = entry.object("response").object("content");
    return content.has("text") ? content.string("text") : null;
  }

  /** What {@link HarEntry#writePairs} writes. */
  static List<Header> pairs(JsonObject object, String member) throws FormatException {
    List<Header> pairs = new ArrayList<>();
    for (JsonObject pair : object.objects(member)) {
      pairs.add(new Header(pair.string("name"), pair.string("value")));
    }
    return pairs;
  }

  private static Request request(JsonObject request) throws FormatException {
    request.require("method", "httpVersion", "cookies", "headersSize", "bodySize");
    URI url = URI.create(request.string("url"));
    if (!pairs(request, "queryString").equals(HarQuery.parameters(url))) {
      throw request.wrong("queryString", "not the query of the URL");
    }
    return new Request(url, new Headers(pairs(request, "headers")));
  }

  private static @Nullable ResponseHead head(JsonObject response) throws FormatException {
    response.require("cookies", "redirectURL", "headersSize", "bodySize");
    response.object("content").require("size", "mimeType");
    ResponseHead head =
        new ResponseHead(
            response.string("httpVersion"),
            Math.toIntExact(response.whole("status", 0)),
            response.string("statusText"),
            new Headers(pairs(response, "headers")));
    return head.status() == 0 ? null : head;
  }

  private static Timings timings(JsonObject timings) throws FormatException {
    return new Timings(
        phase(timings, "blocked"),
        phase(timings, "dns"),
        phase(timings, "connect"),
        phase(timings, "ssl"),
        phase(timings, "send"),
        phase(timings, "wait"),
        phase(timings, "receive"));
  }

  /** A phase that is known has decimals; -1, or 0 where HAR allows no -1, stands for unknown. */
  private static @Nullable Duration phase(JsonObject timings, String name) throws FormatException {
    BigDecimal milliseconds = timings.number(name);
    boolean unknown =
        milliseconds.signum() < 0 || (milliseconds.signum() == 0 && milliseconds.scale() == 0);
    return unknown ? null : Duration.ofNanos(milliseconds.movePointRight(6).longValueExact());
  }

  /** Whether the connection was reused is not recorded: such a peer says that it was not. */
  private static @Nullable Peer peer(JsonObject entry) throws FormatException {
    return entry.has("serverIPAddress")
        ? new Peer(
            entry.string("serverIPAddress"), Integer.parseInt(entry.string("connection")), false)
        : null;
  }
}
