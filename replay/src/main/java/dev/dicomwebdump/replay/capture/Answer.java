package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets. Immutable.
 *
 * @param kind what was asked for; null when that is no resource
 * @param status the status code; 0 for no response at all: the connection ends
 * @param reason the reason phrase; null for the usual one
 * @param headers the fields in their order, without those that each connection makes anew
 * @param content the bytes
 * @param length the Content-Length to send; -1 for none. More than there is where the content is
 *     cut
 * @param cut whether the connection ends in the middle of the response
 * @param timings how long it took when it was recorded
 */
public record Answer(
    @Nullable ResourceKind kind,
    int status,
    @Nullable String reason,
    List<Header> headers,
    Content content,
    long length,
    boolean cut,
    Timings timings) {

  /** The name of the header that tells of answers that are not as they were recorded. */
  public static final String MARK = "X-Dicomweb-Dump";

  private static final String DERIVED = "derived";

  public Answer {
    headers = List.copyOf(headers);
  }

  /** A whole answer that was never recorded. */
  public static Answer said(int status, List<Header> headers, Content content) {
    return new Answer(
        null, status, null, headers, content, content.length(), false, Timings.UNKNOWN);
  }

  /** A whole answer that was never recorded. */
  static Answer made(int status, String contentType, Content content) {
    return said(status, List.of(new Header("Content-Type", contentType)), content);
  }

  /** An answer made of what was recorded. */
  static Answer derived(String contentType, Content content) {
    return made(200, contentType, content).marked(DERIVED);
  }

  /** Whether no request was recorded for it. */
  boolean isDerived() {
    return DERIVED.equals(header(MARK));
  }

  /** The same answer, of a resource of that kind. */
  Answer of(ResourceKind changed) {
    return new Answer(changed, status, reason, headers, content, length, cut, timings);
  }

  /** The same answer with another body. */
  public Answer with(List<Header> otherHeaders, Content other, long otherLength) {
    return new Answer(kind, status, reason, otherHeaders, other, otherLength, cut, timings);
  }

  /** The same answer with another status. */
  public Answer withStatus(int changed) {
    return new Answer(kind, changed, null, headers, content, length, cut, timings);
  }

  /** The same answer that breaks off where its content ends, though more was promised. */
  public Answer cutAt(Content begun, long promised) {
    return new Answer(kind, status, reason, headers, begun, promised, true, timings);
  }

  /** The first value of a header; null when it is not there. */
  public @Nullable String header(String name) {
    return headers.stream()
        .filter(each -> each.is(name))
        .map(Header::value)
        .findFirst()
        .orElse(null);
  }

  /** The same answer with one header more. */
  public Answer plus(String name, String value) {
    List<Header> more =
        Stream.concat(headers.stream(), Stream.of(new Header(name, value))).toList();
    return with(more, content, length);
  }

  /** The same answer, marked as made otherwise than it was recorded. */
  Answer marked(String how) {
    return plus(MARK, how);
  }
}
