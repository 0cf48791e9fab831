package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what it is given. */
class RecordingSink implements ResponseSink {

  final List<ResponseHead> heads = new ArrayList<>();
  final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final @Nullable Problem verdict;
  int ends;

  RecordingSink() {
    this(null);
  }

  RecordingSink(@Nullable Problem verdict) {
    this.verdict = verdict;
  }

  String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void head(ResponseHead head) {
    heads.add(head);
  }

  @Override
  public void body(byte[] buffer, int offset, int length) {
    body.write(buffer, offset, length);
  }

  @Override
  public @Nullable Problem end() {
    ends++;
    return verdict;
  }
}
