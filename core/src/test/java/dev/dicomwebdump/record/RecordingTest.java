package dev.dicomwebdump.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingTest extends RecordingFolder {

  /** Answers, and what they leave behind. */
  private record Case(
      String name, Resource resource, List<Answer> answers, Outcome outcome, List<String> files) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(
      String name, Resource resource, Outcome outcome, List<String> files, Answer... answers) {
    return new Case(name, resource, List.of(answers), outcome, files);
  }

  static Stream<Case> cases() {
    String sop = SOP.value();
    Answer metadata = Answer.of(200, DICOM_JSON, JSON);
    List<String> failed = List.of("metadata.dump.json", "metadata.error");
    return Stream.of(
        of(
            "metadata",
            METADATA,
            Outcome.COMPLETE,
            List.of("metadata", "metadata.dump.json"),
            metadata),
        of("a frame", FRAME, Outcome.COMPLETE, List.of("1", "1.bin", "1.dump.json"), GOOD_FRAME),
        of(
            "a file",
            INSTANCE,
            Outcome.COMPLETE,
            List.of(sop, sop + ".bin", sop + ".dump.json"),
            Answer.of(200, "application/dicom", IMAGE.p10())),
        of("a status", METADATA, Outcome.FAILED, failed, Answer.of(404, "text/html", "gone")),
        of(
            "a status alone",
            METADATA,
            Outcome.FAILED,
            List.of("metadata.dump.json"),
            Answer.of(404, "text/html", "")),
        of(
            "no content",
            METADATA,
            Outcome.FAILED,
            List.of("metadata.dump.json"),
            Answer.of(204, "text/html", "")),
        of("HTML", METADATA, Outcome.FAILED, failed, Answer.of(200, "text/html", "<html>")),
        of(
            "an HTML frame",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json", "1.error"),
            Answer.of(200, "text/html", "<html>")),
        of(
            "two parts",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json", "1.error"),
            Answer.of(200, MULTIPART, PART + "a\r\n" + BODY)),
        of(
            "an empty frame",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json"),
            Answer.of(200, "application/octet-stream", "")),
        of(
            "cut by its content",
            FRAME,
            Outcome.INCOMPLETE,
            List.of("1.dump.json", "1.partial"),
            Answer.of(200, MULTIPART, PART + "pix")),
        of(
            "cut on the wire",
            FRAME,
            Outcome.INCOMPLETE,
            List.of("1.dump.json", "1.partial"),
            GOOD_FRAME.then(Problem.Kind.TRUNCATED)),
        of(
            "stalled",
            METADATA,
            Outcome.INCOMPLETE,
            List.of("metadata.dump.json", "metadata.partial"),
            metadata.then(Problem.Kind.TIMEOUT)),
        of(
            "cut before its content",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json"),
            Answer.of(200, MULTIPART, "").then(Problem.Kind.TRUNCATED)),
        of(
            "an error that is cut",
            METADATA,
            Outcome.FAILED,
            failed,
            Answer.of(500, "text/plain", "x").then(Problem.Kind.TRUNCATED)),
        of(
            "no response",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json"),
            Answer.none(Problem.Kind.CONNECT)),
        of(
            "had at last",
            FRAME,
            Outcome.COMPLETE,
            List.of("1", "1.bin", "1.dump.json"),
            UNAVAILABLE,
            Answer.none(Problem.Kind.CONNECT),
            Answer.of(200, MULTIPART, PART + "pix"),
            GOOD_FRAME),
        of(
            "lost at last",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json"),
            GOOD_FRAME.then(Problem.Kind.TRUNCATED),
            Answer.none(Problem.Kind.CONNECT)),
        of(
            "an unknown coding",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json", "1.error"),
            GOOD_FRAME.with("Content-Encoding", "br")),
        of(
            "a broken coding",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json", "1.error"),
            GOOD_FRAME.with("Content-Encoding", "gzip")),
        of(
            "a coding that is cut",
            FRAME,
            Outcome.INCOMPLETE,
            List.of("1.dump.json", "1.partial"),
            Answer.of(200, MULTIPART, Arrays.copyOf(gzip(BODY), 30))
                .with("Content-Encoding", "gzip")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyOutcomeLeavesItsFiles(Case given) throws IOException {
    Recording recording = recording(given.resource, true);
    Exchange exchange = Answer.play(recording, AS_STORED, given.answers);
    assertThat(files()).as("before the commit").allMatch(name -> name.endsWith(".tmp"));
    Recorded recorded = recording.commit(exchange, false);

    assertThat(recorded.outcome()).isEqualTo(given.outcome);
    assertThat(files()).isEqualTo(given.files);
    assertThat(dicomweb(recorded).get("outcome").asText()).isEqualTo(given.outcome.published());
    assertSumsMatch();
  }

  private void assertSumsMatch() throws IOException {
    sums.finish();
    List<String> lines = Files.readAllLines(folder.resolve(Layout.sums(STUDY)));
    List<String> named = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split("  ", 2);
      named.add(Layout.nameOf(words[1]));
      assertThat(words[0]).isEqualTo(Digest.of(content(STUDY.value() + "/" + words[1])));
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(files());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsDiscardedLeavesNothing(Case given) {
    Recording recording = recording(given.resource, true);
    Answer.play(recording, AS_STORED, given.answers);
    recording.discard();

    assertThat(files()).isEmpty();
  }

  @Test
  void aLevelThatTheServerDoesNotHaveIsUnsupported() throws IOException {
    Recording recording = recording(METADATA, false);
    Answer gone = Answer.of(404, "text/plain", "no");
    Recorded recorded = recording.commit(Answer.play(recording, DICOM_JSON, List.of(gone)), true);

    assertThat(recorded.outcome()).isEqualTo(Outcome.UNSUPPORTED);
    assertThat(files()).containsExactly("metadata.dump.json", "metadata.error");
    assertThat(dicomweb(recorded).get("problem").get("kind").asText()).isEqualTo("status");
  }

  @Test
  void withoutPayloadsThereAreNone() {
    Recording recording = recording(FRAME, false);
    recording.commit(Answer.play(recording, AS_STORED, List.of(GOOD_FRAME)), false);

    assertThat(files()).containsExactly("1", "1.dump.json");
  }

  @Test
  void bodyBeforeHeadIsADefect() {
    Recording recording = recording(FRAME, true);

    assertThatThrownBy(() -> recording.body(new byte[1], 0, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatIsGoneEndsTheRun() throws IOException {
    Recording atCommit = recording(FRAME, true);
    Exchange exchange = Answer.play(atCommit, AS_STORED, List.of(GOOD_FRAME));
    Recording atEnd = recording(METADATA, true);
    Answer.play(
        atEnd, DICOM_JSON, List.of(Answer.of(200, DICOM_JSON, JSON).then(Problem.Kind.TIMEOUT)));
    deleteAll();

    assertThatThrownBy(() -> atCommit.commit(exchange, false)).isInstanceOf(OutputException.class);
    assertThatThrownBy(atEnd::end).isInstanceOf(OutputException.class);
  }

  private void deleteAll() throws IOException {
    try (Stream<Path> all = Files.walk(temp.resolve("dump"))) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
