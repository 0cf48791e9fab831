package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.ResponseHead;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes the member {@code response} of an entry of HAR 1.2, also where no response came. */
final class HarResponse {

  private static final ResponseHead NONE = new ResponseHead("", 0, "", Headers.NONE);
  private static final String NO_TYPE = "x-unknown";

  private final JsonGenerator json;

  HarResponse(JsonGenerator json) {
    this.json = json;
  }

  void write(Exchange exchange, long contentSize, HarText text) throws IOException {
    boolean came = exchange.response() != null;
    ResponseHead head = exchange.response() == null ? NONE : exchange.response();
    json.writeObjectFieldStart("response");
    json.writeNumberField("status", head.status());
    json.writeStringField("statusText", head.reason());
    json.writeStringField("httpVersion", head.httpVersion());
    HarEntry.writeNoCookies(json);
    HarEntry.writePairs(json, "headers", head.headers());
    writeContent(came ? contentSize : 0, head.headers().first("Content-Type"), text);
    json.writeStringField("redirectURL", orElse(head.headers().first("Location"), ""));
    json.writeNumberField("headersSize", -1);
    json.writeNumberField("bodySize", came ? exchange.bodyBytes() : -1);
    json.writeEndObject();
  }

  private void writeContent(long size, @Nullable String type, HarText text) throws IOException {
    json.writeObjectFieldStart("content");
    json.writeNumberField("size", size);
    json.writeStringField("mimeType", orElse(type, NO_TYPE));
    text.writeTo(json);
    json.writeEndObject();
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
