package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Timings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When what happened to one exchange. Begins when it is made; used by one thread at a time. */
final class PhaseMarks {

  enum Mark {
    DNS,
    DNS_END,
    CONNECT,
    TLS,
    TLS_END,
    CONNECT_END,
    ACQUIRED,
    SEND,
    SENT,
    RESPONSE,
    END
  }

  private final long begun = System.nanoTime();
  private final Map<Mark, Long> marks = new EnumMap<>(Mark.class);

  /** That happens now, unless it has happened before. */
  void first(Mark mark) {
    if (!has(mark)) {
      last(mark);
    }
  }

  /** That happens now, and what was noted of it before counts no more. */
  void last(Mark mark) {
    marks.put(mark, System.nanoTime());
  }

  /** Whether that has happened. */
  boolean has(Mark mark) {
    return marks.containsKey(mark);
  }

  /** How long each phase took; one that did not come to its end lasted until the end of all. */
  Timings timings() {
    return new Timings(
        since(begun, Mark.DNS, Mark.CONNECT, Mark.ACQUIRED),
        phase(Mark.DNS, Mark.DNS_END),
        phase(Mark.CONNECT, Mark.CONNECT_END),
        phase(Mark.TLS, Mark.TLS_END, Mark.CONNECT_END),
        phase(Mark.SEND, Mark.SENT),
        phase(Mark.SENT, Mark.RESPONSE),
        phase(Mark.RESPONSE, Mark.END));
  }

  private @Nullable Duration phase(Mark from, Mark... to) {
    Long start = marks.get(from);
    return start == null ? null : since(start, to);
  }

  private Duration since(long start, Mark... to) {
    for (Mark mark : to) {
      Long end = marks.get(mark);
      if (end != null) {
        return Duration.ofNanos(end - start);
      }
    }
    return Duration.ofNanos(marks.getOrDefault(Mark.END, System.nanoTime()) - start);
  }
}
