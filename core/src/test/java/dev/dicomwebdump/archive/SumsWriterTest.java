package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumsWriterTest {

  private static final Uid STUDY = new Uid("1.2");

  private static final ContentDigest SHA256 = ContentDigest.sha256(Samples.SHA);

  @TempDir Path temp;
  private ArchiveFolder folder;
  private Path sums;

  @BeforeEach
  void open() {
    folder = ArchiveFolder.open(temp, Permissions.OWNER_ONLY, warning -> {});
    sums = temp.resolve("1.2/_dump/SHA256SUMS");
  }

  @Test
  void linesAreThoseOfSha256sumRelativeToTheStudy() throws IOException {
    try (SumsWriter writer = new SumsWriter(folder, STUDY)) {
      writer.add("1.2/metadata", SHA256);
      writer.add("1.2/series/3/metadata.dump.json", SHA256);
      assertThat(sums).doesNotExist();
      writer.finish();
    }

    assertThat(Files.readString(sums))
        .isEqualTo(Samples.SHA + "  metadata\n" + Samples.SHA + "  series/3/metadata.dump.json\n");
    assertThat(temp.resolve("1.2/_dump")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void withoutFinishTheOldFileStays() {
    try (SumsWriter writer = new SumsWriter(folder, STUDY)) {
      writer.add("1.2/metadata", SHA256);
      writer.finish();
    }
    try (SumsWriter writer = new SumsWriter(folder, STUDY)) {
      writer.add("1.2/other", SHA256);
    }

    assertThat(sums).content().endsWith("  metadata\n");
    assertThat(temp.resolve("1.2/_dump")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aFileOfAnotherStudyIsRefused() {
    try (SumsWriter writer = new SumsWriter(folder, STUDY)) {
      assertThatThrownBy(() -> writer.add("1.2.3/metadata", SHA256))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1.2.3/metadata");
    }
  }

  @Test
  void linesOfManyThreadsStayWhole() throws Exception {
    try (SumsWriter writer = new SumsWriter(folder, STUDY)) {
      Together.run(
          8,
          thread -> {
            for (int i = 0; i < 500; i++) {
              writer.add("1.2/" + thread + "/" + i, SHA256);
            }
          });
      writer.finish();
    }

    List<String> expected =
        IntStream.range(0, 8)
            .boxed()
            .flatMap(t -> IntStream.range(0, 500).mapToObj(i -> Samples.SHA + "  " + t + "/" + i))
            .toList();
    assertThat(Files.readAllLines(sums)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatHasNoSha256AtHandIsHashedAsItLiesThere() throws IOException {
    byte[] content = {1, 2, 3};
    folder.replace("1.2/a", content);
    folder.replace("1.2/b", content);
    try (SumsWriter writer = new SumsWriter(folder, STUDY)) {
      writer.add("1.2/a", ContentDigest.NONE);
      writer.addAsItIs("1.2/b");
      writer.add("1.2/c", content);
      writer.finish();
    }

    String sha256 = Digest.of(content);
    assertThat(Files.readAllLines(sums))
        .containsExactly(sha256 + "  a", sha256 + "  b", sha256 + "  c");
  }

  @Test
  void aMarkInPlaceOfSumsIsThereWhileTheRunGoesOnAndLeavesNone() throws IOException {
    folder.replace("1.2/_dump/SHA256SUMS", new byte[1]);

    Sums mark = new SumsMark(folder, STUDY);
    mark.add("1.2/metadata", ContentDigest.NONE);
    assertThat(folder.isUnfinished(STUDY)).isTrue();

    mark.finish();
    assertThat(temp.resolve("1.2/_dump")).isEmptyDirectory();
  }
}
