package dev.dicomwebdump.replay;

import dev.dicomwebdump.replay.capture.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Writes one answer with something wrong on purpose. For one thread. */
final class FaultyWriter {

  private final AnswerWriter writer;

  FaultyWriter(AnswerWriter writer) {
    this.writer = writer;
  }

  void write(Answer answer, Fault fault) {
    if (fault instanceof Fault.Status status) {
      writer.write(ErrorAnswer.of(status.status(), "this fault was asked for"), Duration.ZERO);
    } else if (fault instanceof Fault.WrongLength wrong) {
      long length = Math.max(0, answer.content().length());
      writer.write(answer.cutAt(answer.content(), length + wrong.more()), Duration.ZERO);
    } else if (fault instanceof Fault.Stall stall) {
      begin(answer);
      writer.breakOffAfter(stall.time());
    } else if (fault instanceof Fault.Cut) {
      begin(answer);
      writer.breakOff();
    } else {
      writer.reset();
    }
  }

  /** Half of the content. */
  private void begin(Answer answer) {
    writer.head(answer);
    try (InputStream in = answer.content().open()) {
      int half = (int) Math.min(1 << 20, Math.max(0, answer.content().length()) / 2);
      writer.piece(in.readNBytes(half), half);
    } catch (IOException e) {
      writer.breakOff();
    }
  }
}
