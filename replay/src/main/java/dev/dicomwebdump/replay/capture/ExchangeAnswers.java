package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The exchanges of one record, in their order, each as what came of it. Immutable. */
final class ExchangeAnswers {

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
  ExchangeAnswers(DumpFiles files, DumpRecord record, EntryFiles place) {
    this.files = files;
    this.record = record;
    this.kind = record.resource().kind();
    this.place = place;
  }

  /** How many exchanges there were. */
  int count() {
    return record.exchange().earlier().size() + 1;
  }

  /** The exchange of that number, from 0. */
  Exchange exchange(int number) {
    return number == count() - 1 ? record.exchange() : record.exchange().earlier().get(number);
  }

  /** The Accept that an exchange was made with; null for none. */
  @Nullable String accept(int number) {
    return exchange(number).request().headers().first("Accept");
  }

  /** What came of an exchange: as much of it as was kept. */
  Answer answer(int number) {
    Exchange exchange = exchange(number);
    ResponseHead head = exchange.response();
    if (head == null) {
      return new Answer(kind, 0, null, List.of(), Content.EMPTY, -1, true, exchange.timings());
    }
    if (number == count() - 1) {
      return last(exchange, head);
    }
    return head.isSuccess() ? begun(number, head) : refusal(number, head);
  }

  /** The last exchange has its body, or what came of it. */
  private Answer last(Exchange exchange, ResponseHead head) {
    Content content = content();
    long told = told(head);
    boolean cut = !isClosed() && isCut(exchange.problem(), head, content.length());
    return new Answer(
        kind,
        head.status(),
        head.reason(),
        EndToEnd.of(head.headers()),
        content,
        cut || told < 0 ? told : content.length(),
        cut,
        exchange.timings());
  }

  /** Only the beginning of an earlier body is kept, decoded. */
  private Answer refusal(int number, ResponseHead head) {
    String text = Objects.requireNonNullElse(record.earlierErrorTexts().get(number), "");
    Content content = Content.of(text);
    List<Header> headers =
        EndToEnd.of(head.headers()).stream().filter(each -> !each.is("Content-Encoding")).toList();
    return new Answer(
        kind,
        head.status(),
        head.reason(),
        headers,
        content,
        content.length(),
        false,
        exchange(number).timings());
  }

  /**
   * Of an attempt that had begun well nothing is kept but how much came. As many bytes of what the
   * same Accept brought in the end stand in; where that has fewer, it breaks off at once.
   */
  private Answer begun(int number, ResponseHead head) {
    Exchange exchange = exchange(number);
    long came = exchange.bodyBytes();
    Content end = standsIn(number) ? standIn(head) : Content.EMPTY;
    boolean held = end.length() >= came;
    boolean closed = isClosed() && came == end.length();
    return new Answer(
        kind,
        head.status(),
        head.reason(),
        EndToEnd.of(head.headers()),
        held ? end.slice(0, came) : Content.EMPTY,
        told(head),
        !held || (!closed && isCut(exchange.problem(), head, came)),
        exchange.timings());
  }

  /** What the last exchange brought, with the boundary that this head tells; empty where not so. */
  private Content standIn(ResponseHead head) {
    String boundary = StandIn.boundary(head.headers());
    if (boundary.equals(StandIn.boundary(record.responseHeaders()))) {
      return content();
    }
    Content changed =
        ContentCoding.of(record.responseHeaders()) == ContentCoding.IDENTITY
            ? StandIn.withBoundary(content(), record.multipart(), boundary)
            : null;
    return changed == null ? Content.EMPTY : changed;
  }

  private boolean isClosed() {
    return record.multipart() != null && record.multipart().closed();
  }

  private boolean standsIn(int number) {
    ResponseHead end = record.exchange().response();
    return end != null && end.isSuccess() && Objects.equals(accept(number), accept(count() - 1));
  }

  private Content content() {
    return files.body(record, place);
  }

  private static long told(ResponseHead head) {
    String told = head.headers().first("Content-Length");
    return told != null && told.matches("[0-9]{1,18}") ? Long.parseLong(told) : -1;
  }

  /**
   * Whether the connection broke. A record does not tell that from a response that ended in order
   * and too early; then what its framing could have shown decides.
   */
  private static boolean isCut(@Nullable Problem problem, ResponseHead head, long came) {
    if (problem == null || problem.kind() == Problem.Kind.STATUS) {
      return false;
    }
    long told = told(head);
    if (told >= 0) {
      return told > came;
    }
    return BROKEN.contains(problem.kind())
        || (problem.kind() == Problem.Kind.TRUNCATED && !isUntilClose(head));
  }

  /** Whether the end of the connection was the end of the body: RFC 9112 section 6.3. */
  private static boolean isUntilClose(ResponseHead head) {
    return "close".equalsIgnoreCase(head.headers().first("Connection"))
        && head.headers().first("Transfer-Encoding") == null;
  }
}
