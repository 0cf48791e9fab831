package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers the heads, and finds something wrong with the first responses. */
final class FakeSink implements ResponseSink {

  final List<Integer> statuses = new ArrayList<>();
  private final Deque<Problem> findings = new ArrayDeque<>();

  /**
   * @param kind what is wrong
   * @param times with how many responses
   */
  static FakeSink finding(Problem.Kind kind, int times) {
    FakeSink sink = new FakeSink();
    sink.findings.addAll(Collections.nCopies(times, new Problem(kind, "found by the sink")));
    return sink;
  }

  @Override
  public void head(ResponseHead head) {
    statuses.add(head.status());
  }

  @Override
  public void body(byte[] buffer, int offset, int length) {}

  @Override
  public @Nullable Problem end() {
    return findings.poll();
  }
}
