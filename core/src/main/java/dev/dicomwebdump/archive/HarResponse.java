package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.ResponseHead;
import org.jspecify.annotations.Nullable;

/** Writes the member {@code response} of an entry of HAR 1.2, also where no response came. */
final class HarResponse {

  private static final ResponseHead NONE = new ResponseHead("", 0, "", Headers.NONE);
  private static final String NO_TYPE = "x-unknown";

  private final JsonWriter json;

  HarResponse(JsonWriter json) {
    this.json = json;
  }

  void write(Exchange exchange, long contentSize, HarText text) {
    boolean came = exchange.response() != null;
    ResponseHead head = exchange.response() == null ? NONE : exchange.response();
    json.beginObject("response");
    json.number("status", head.status());
    json.string("statusText", head.reason());
    json.string("httpVersion", head.httpVersion());
    HarEntry.writeNoCookies(json);
    HarEntry.writePairs(json, "headers", head.headers());
    writeContent(came ? contentSize : 0, head.headers().first("Content-Type"), text);
    json.string("redirectURL", orElse(head.headers().first("Location"), ""));
    json.number("headersSize", -1);
    json.number("bodySize", came ? exchange.bodyBytes() : -1);
    json.endObject();
  }

  private void writeContent(long size, @Nullable String type, HarText text) {
    json.beginObject("content");
    json.number("size", size);
    json.string("mimeType", orElse(type, NO_TYPE));
    text.writeTo(json);
    json.endObject();
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
