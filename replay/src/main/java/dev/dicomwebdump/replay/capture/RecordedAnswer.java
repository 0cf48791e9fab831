package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.ResponseHead;
import org.jspecify.annotations.Nullable;

/** What a record answers to an Accept, whatever was asked before. */
final class RecordedAnswer {

  private final DumpRecord record;
  private final ExchangeAnswers exchanges;

  RecordedAnswer(DumpRecord record, ExchangeAnswers exchanges) {
    this.record = record;
    this.exchanges = exchanges;
  }

  /**
   * What was answered to just this Accept; else what is held, if that fits; null where neither is
   * so. What failed in the end fails whatever the Accept.
   */
  @Nullable Answer to(String accept) {
    int last = exchanges.count() - 1;
    if (accept.equals(exchanges.accept(last))) {
      return exchanges.answer(last);
    }
    Answer before = earlier(accept);
    if (before != null) {
      return before;
    }
    ResponseHead head = record.exchange().response();
    boolean failed = head == null || !head.isSuccess();
    return failed || AcceptedTypes.of(accept).take(type(), syntax())
        ? exchanges.answer(last)
        : null;
  }

  /** An attempt that brought no response, or a redirect, says nothing of its Accept. */
  private @Nullable Answer earlier(String accept) {
    for (int number = exchanges.count() - 2; number >= 0; number--) {
      ResponseHead head = exchanges.exchange(number).response();
      if (head != null && !head.isRedirect() && accept.equals(exchanges.accept(number))) {
        return exchanges.answer(number);
      }
    }
    return null;
  }

  private MediaType type() {
    return MediaType.parse(record.responseHeaders().first("Content-Type"));
  }

  private @Nullable String syntax() {
    return record.transferSyntax() == null ? null : record.transferSyntax().header();
  }
}
