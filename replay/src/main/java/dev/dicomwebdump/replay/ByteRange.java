package dev.dicomwebdump.replay;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.replay.capture.Answer;
import dev.dicomwebdump.replay.capture.Content;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of an answer's bytes: RFC 9110 section 14, one range of a request. */
final class ByteRange {

  private static final Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  private ByteRange() {}

  /**
   * The answer to a request with that Range header.
   *
   * @param range the header's value; null for none
   */
  static Answer of(Answer whole, @Nullable String range) {
    Matcher found = FORM.matcher(range == null ? "" : range.strip());
    long length = whole.content().length();
    if (whole.status() != 200 || whole.cut() || length < 0 || !found.matches()) {
      return whole;
    }
    String first = found.group(1);
    String last = found.group(2);
    if (first.isEmpty() && last.isEmpty()) {
      return whole;
    }
    long from =
        first.isEmpty() ? Math.max(0, length - Long.parseLong(last)) : Long.parseLong(first);
    long to = first.isEmpty() || last.isEmpty() ? length - 1 : Long.parseLong(last);
    if (from > to && from < length) {
      return whole; // Not a range at all: then there is none.
    }
    return from >= length ? none(whole, length) : part(whole, from, Math.min(to, length - 1));
  }

  private static Answer none(Answer whole, long length) {
    return whole
        .with(List.of(new Header("Content-Range", "bytes */" + length)), Content.EMPTY, 0)
        .withStatus(416);
  }

  private static Answer part(Answer whole, long from, long to) {
    long count = to - from + 1;
    String told = "bytes " + from + "-" + to + "/" + whole.content().length();
    return whole
        .with(
            new Headers(whole.headers()).with("Content-Range", told).fields(),
            whole.content().slice(from, count),
            count)
        .withStatus(206);
  }
}
