package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.dump.Content;
import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.dump.Rerun;
import dev.dicomwebdump.dump.Selection;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A dump on disk, to be damaged and verified. Files are told relative to its folder. */
record TestDump(Path folder) {

  private static final String SUMS = "2.999.1/_dump/SHA256SUMS";

  /** Dumps all that a server has of a study, with payloads and DICOM files. */
  static TestDump of(FakeDicomWebServer server, String study, Path folder)
      throws InterruptedException {
    return of(server, study, folder, request -> request);
  }

  /** The same in another way. */
  static TestDump of(
      FakeDicomWebServer server,
      String study,
      Path folder,
      UnaryOperator<DumpRequestBuilder> otherwise)
      throws InterruptedException {
    new TestDump(folder).run(server, study, otherwise);
    return new TestDump(folder);
  }

  /** The same once more, with metadata asked for again. */
  void refresh(FakeDicomWebServer server, String study) throws InterruptedException {
    run(server, study, request -> request.rerun(new Rerun(false, true, false)));
  }

  private void run(
      FakeDicomWebServer server, String study, UnaryOperator<DumpRequestBuilder> otherwise)
      throws InterruptedException {
    DumpRequestBuilder request =
        new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), folder)
            .studies(List.of(new Uid(study)))
            .retries(0)
            .payloads(true)
            .selection(Selection.PLAIN.with(Content.INSTANCES));
    new DicomwebDump(otherwise.apply(request).build(), event -> {}, warning -> {}).run();
  }

  TestDump copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = target.resolve(folder.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return new TestDump(target);
  }

  /** What is found, a line each, in order of the lines. */
  List<String> findings() throws IOException {
    return findingsIn(folder);
  }

  static List<String> findingsIn(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    new Verifier(folder, finding -> lines.add(finding.toString())).run();
    lines.sort(Comparator.naturalOrder());
    return lines;
  }

  Path file(String path) {
    return folder.resolve(path);
  }

  void delete(String path) throws IOException {
    try (Stream<Path> files = Files.walk(file(path))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Changes one bit of the last byte but so many. */
  void flip(String path, int fromEnd) throws IOException {
    byte[] bytes = Files.readAllBytes(file(path));
    bytes[bytes.length - 1 - fromEnd] ^= 1;
    Files.write(file(path), bytes);
  }

  void cut(String path, int bytes) throws IOException {
    byte[] all = Files.readAllBytes(file(path));
    Files.write(file(path), Arrays.copyOf(all, all.length - bytes));
  }

  void swap(String one, String other) throws IOException {
    Path aside = file(one + ".aside");
    Files.move(file(one), aside);
    Files.move(file(other), file(one));
    Files.move(aside, file(other));
  }

  void write(String path, String content) throws IOException {
    Files.createDirectories(file(path).getParent());
    Files.writeString(file(path), content);
  }

  /** Replaces all that matches a regular expression. */
  void edit(String path, String regex, String replacement) throws IOException {
    String text = Files.readString(file(path), StandardCharsets.ISO_8859_1);
    String changed = text.replaceAll(regex, replacement);
    if (changed.equals(text)) {
      throw new IllegalStateException(regex + " does not occur in " + path);
    }
    Files.writeString(file(path), changed, StandardCharsets.ISO_8859_1);
  }

  /**
   * Changes a body as one would who wants it not to show: its length and digest in the record and
   * in SHA256SUMS are changed too.
   */
  void forge(String body, UnaryOperator<String> change) throws IOException {
    byte[] before = Files.readAllBytes(file(body));
    byte[] after =
        change
            .apply(new String(before, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file(body), after);
    forgeRecord(
        body,
        record ->
            record
                .replace(Digest.of(before), Digest.of(after))
                .replace("\"bytes\": " + before.length, "\"bytes\": " + after.length));
    edit(SUMS, Digest.of(before), Digest.of(after));
  }

  /** Metadata in which images of 7 rows have 9. */
  static String withTwoMoreRows(String metadata) {
    return metadata.replaceAll("(\"00280010\":[^}]*)7]", "$19]");
  }

  /** Changes a body's record, and its digest in SHA256SUMS. */
  void forgeRecord(String body, UnaryOperator<String> change) throws IOException {
    String record = body + ".dump.json";
    byte[] before = Files.readAllBytes(file(record));
    byte[] after =
        change.apply(new String(before, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    Files.write(file(record), after);
    edit(SUMS, Digest.of(before), Digest.of(after));
  }
}
