package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.ExactBody;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record answers to an Accept. */
final class RecordedAnswer {

  /** Problems by which the connection ended before the response did. */
  private static final Set<Problem.Kind> BROKEN =
      Set.of(
          Problem.Kind.CONNECT,
          Problem.Kind.TIMEOUT,
          Problem.Kind.PROTOCOL,
          Problem.Kind.CANCELLED,
          Problem.Kind.TOO_LARGE);

  private final DumpFiles files;
  private final DumpRecord record;
  private final ResourceKind kind;
  private final EntryFiles place;

  /**
   * @param place the files of the record
   */
  RecordedAnswer(DumpFiles files, DumpRecord record, EntryFiles place) {
    this.files = files;
    this.record = record;
    this.kind = record.resource().kind();
    this.place = place;
  }

  RecordedAnswer(DumpFiles files, DumpRecord record) {
    this(files, record, Layout.filesOf(record.resource()));
  }

  /**
   * What was answered to just this Accept; else what is held, if that fits; null where neither is
   * so. What failed in the end fails whatever the Accept.
   */
  @Nullable Answer to(String accept) {
    Exchange last = record.exchange();
    if (accept.equals(acceptOf(last))) {
      return last();
    }
    Answer before = earlier(accept);
    if (before != null) {
      return before;
    }
    ResponseHead head = last.response();
    boolean failed = head == null || !head.isSuccess();
    return failed || AcceptedTypes.of(accept).take(type(), syntax()) ? last() : null;
  }

  /** The media type of what is held. */
  MediaType type() {
    return MediaType.parse(record.responseHeaders().first("Content-Type"));
  }

  private @Nullable String syntax() {
    return record.transferSyntax() == null ? null : record.transferSyntax().header();
  }

  /** How many exchanges there were. */
  int exchanges() {
    return record.exchange().earlier().size() + 1;
  }

  /**
   * What came of one exchange; null when it was made with another Accept, brought no response, or a
   * redirect. Of one that had begun well the body was not kept: then the last one stands in, where
   * that is of the same Accept.
   *
   * @param number which exchange, from 0
   */
  @Nullable Answer exchange(int number, String accept) {
    Exchange last = record.exchange();
    List<Exchange> all = last.earlier();
    if (number == all.size()) {
      return accept.equals(acceptOf(last)) ? last() : null;
    }
    ResponseHead head = all.get(number).response();
    if (head == null || head.isRedirect() || !accept.equals(acceptOf(all.get(number)))) {
      return null;
    }
    if (head.isSuccess() && accept.equals(acceptOf(last))) {
      return last();
    }
    String text = Objects.requireNonNullElse(record.earlierErrorTexts().get(number), "");
    return refusal(all.get(number), head, Content.of(text));
  }

  private @Nullable Answer earlier(String accept) {
    List<Exchange> all = record.exchange().earlier();
    for (int i = all.size() - 1; i >= 0; i--) {
      Answer answer = exchange(i, accept);
      if (answer != null) {
        return answer;
      }
    }
    return null;
  }

  /** Only the beginning of its body is kept, decoded; of one that had begun well nothing. */
  private Answer refusal(Exchange exchange, ResponseHead head, Content text) {
    List<Header> headers =
        EndToEnd.of(head.headers()).stream().filter(each -> !each.is("Content-Encoding")).toList();
    if (head.isSuccess()) {
      return new Answer(
          kind,
          head.status(),
          head.reason(),
          headers,
          Content.EMPTY,
          told(head),
          true,
          exchange.timings());
    }
    return new Answer(
        kind,
        head.status(),
        head.reason(),
        headers,
        text,
        text.length(),
        false,
        exchange.timings());
  }

  private Answer last() {
    Exchange last = record.exchange();
    ResponseHead head = last.response();
    if (head == null) {
      return new Answer(kind, 0, null, List.of(), Content.EMPTY, -1, true, last.timings());
    }
    Content content = content();
    long told = told(head);
    boolean cut = isCut(told, content.length());
    return new Answer(
        kind,
        head.status(),
        head.reason(),
        EndToEnd.of(head.headers()),
        content,
        cut || told < 0 ? told : content.length(),
        cut,
        last.timings());
  }

  /** Whether only the record is there of what began well. Of an error that has the beginning. */
  boolean lacksBody() {
    ResponseHead head = record.exchange().response();
    return record.body() != null && !record.isBodyKept() && head != null && head.isSuccess();
  }

  private Content content() {
    StoredBody body = record.body();
    return body == null || !record.isBodyKept()
        ? Content.of(Objects.requireNonNullElse(record.errorText(), ""))
        : Content.of(body.bytes(), () -> ExactBody.open(place, record, files::open));
  }

  private static long told(ResponseHead head) {
    String told = head.headers().first("Content-Length");
    return told != null && told.matches("[0-9]{1,18}") ? Long.parseLong(told) : -1;
  }

  /**
   * Whether the connection broke. A record does not tell that from a response that ended in order
   * and too early; then what its framing could have shown decides.
   */
  private boolean isCut(long told, long held) {
    Problem problem = record.problem();
    if (problem == null || problem.kind() == Problem.Kind.STATUS) {
      return false;
    }
    if (told >= 0) {
      return told > held;
    }
    return BROKEN.contains(problem.kind())
        || (problem.kind() == Problem.Kind.TRUNCATED && !isClosed() && !isUntilClose());
  }

  private boolean isClosed() {
    return record.multipart() != null && record.multipart().closed();
  }

  /** Whether the end of the connection was the end of the body: RFC 9112 section 6.3. */
  private boolean isUntilClose() {
    return "close".equalsIgnoreCase(record.responseHeaders().first("Connection"))
        && record.responseHeaders().first("Transfer-Encoding") == null;
  }

  private static @Nullable String acceptOf(Exchange exchange) {
    return exchange.request().headers().first("Accept");
  }
}
