package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Puts the origin that a client sees where recorded JSON, XML and Locations name the recorded one,
 * so that the addresses in them lead here. Immutable.
 */
final class OriginRewrite {

  private static final Set<String> ADDRESSES = Set.of("location", "content-location");

  private final List<String> recorded;

  OriginRewrite(RecordedRoots roots) {
    List<String> origins = new ArrayList<>();
    for (RecordedRoot root : roots.all()) {
      origins.add(root.origin());
      String port = root.origin().startsWith("https:") ? ":443" : ":80";
      if (root.origin().endsWith(port)) {
        origins.add(root.origin().substring(0, root.origin().length() - port.length()));
      } else if (!root.origin().matches(".*:[0-9]+")) {
        origins.add(root.origin() + port);
      }
    }
    this.recorded = origins.stream().distinct().toList();
  }

  /** The same answer where nothing is to be changed. */
  Answer of(Answer answer, String own) throws IOException {
    Answer addressed = withAddresses(answer, own);
    if (answer.cut() || !isText(answer) || recorded.contains(own)) {
      return addressed;
    }
    ContentCoding coding = ContentCoding.of(new Headers(answer.headers()));
    if (coding == ContentCoding.UNKNOWN || answer.content().length() == 0) {
      return addressed;
    }
    Content.Source changed = () -> open(answer.content(), coding, own);
    long length = changedLength(answer.content(), coding, own);
    return length < 0
        ? addressed
        : addressed
            .with(
                new Headers(addressed.headers()).without("Content-Encoding").fields(),
                Content.of(length, changed),
                answer.length() < 0 ? -1 : length)
            .marked("rewritten");
  }

  private Answer withAddresses(Answer answer, String own) {
    List<Header> headers =
        answer.headers().stream()
            .map(
                each ->
                    ADDRESSES.contains(each.name().toLowerCase(Locale.ROOT))
                        ? new Header(each.name(), rewritten(each.value(), own))
                        : each)
            .toList();
    return headers.equals(answer.headers())
        ? answer
        : answer.with(headers, answer.content(), answer.length()).marked("rewritten");
  }

  private String rewritten(String url, String own) {
    for (String origin : recorded) {
      if (url.equals(origin) || url.startsWith(origin + "/")) {
        return own + url.substring(origin.length());
      }
    }
    return url;
  }

  /** How long it is when it is changed; -1 when nothing is. */
  private long changedLength(Content content, ContentCoding coding, String own) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long length = 0;
    try (OriginReplacement in = open(content, coding, own)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        length += read;
      }
      return in.replaced() == 0 ? -1 : length;
    }
  }

  private OriginReplacement open(Content content, ContentCoding coding, String own)
      throws IOException {
    InputStream decoded = coding.decode(content.open());
    return new OriginReplacement(decoded, recorded, own);
  }

  private static boolean isText(Answer answer) {
    MediaType type = MediaType.parse(answer.header("Content-Type"));
    String parts = Objects.requireNonNullElse(type.parameter("type"), "");
    return type.type().endsWith("json")
        || type.type().endsWith("xml")
        || (type.isMultipart() && parts.contains("xml"));
  }
}
