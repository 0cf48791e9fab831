package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlierDumpsTest {

  private static final Uid STUDY = new Uid("2.999.1");
  private static final String BEGUN = "2.999.1/_dump/SHA256SUMS.tmp";

  @TempDir Path temp;
  private ArchiveFolder folder;

  @BeforeEach
  void open() {
    folder = ArchiveFolder.open(temp, Permissions.UMASK, warning -> {});
  }

  private EarlierDumps dumps(String root, Rerun rerun, boolean lastEndedInOrder) {
    DumpRequest request =
        new DumpRequestBuilder(DicomWebRoot.parse(root), temp)
            .studies(List.of(STUDY))
            .rerun(rerun)
            .build();
    return new EarlierDumps(request, folder, lastEndedInOrder);
  }

  private EarlierDumps dumps(boolean lastEndedInOrder) {
    return dumps("http://any.example", Rerun.RESUME, lastEndedInOrder);
  }

  private void put(String file) throws IOException {
    Files.createDirectories(temp.resolve(file).getParent());
    Files.createFile(temp.resolve(file));
  }

  private static Set<Uid> prepared(EarlierDumps dumps) {
    return dumps.prepare(dumps.held());
  }

  @Test
  void anEmptyFolderHoldsNothing() {
    assertThat(prepared(dumps(true))).isEmpty();
    assertThat(dumps(true).endedInOrder()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, false",
    "true, false, true",
    "false, true, false",
    "false, false, false"
  })
  void aStudyWhoseSumsWereOnlyBegunWasLeftHalfDoneWhateverRunWasLast(
      boolean lastEndedInOrder, boolean sumsWereBegun, boolean endedInOrder) throws IOException {
    if (sumsWereBegun) {
      put(BEGUN);
    }

    assertThat(dumps(lastEndedInOrder).endedInOrder()).isEqualTo(endedInOrder);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whatAKilledRunLeftUnderTemporaryNamesIsDeleted(boolean lastEndedInOrder) throws IOException {
    put(BEGUN);
    put("2.999.1/frames/1.bin.tmp");
    put("2.999.1/metadata");
    put("_dump/probe1.tmp");
    put("2.999.2/of-another.tmp");

    assertThat(prepared(dumps(lastEndedInOrder))).containsExactly(STUDY);

    assertThat(new Dumped(temp).files(""))
        .containsExactly("2.999.1/metadata", "2.999.2/of-another.tmp");
    assertThat(folder.isUnfinished(STUDY)).isFalse();
    assertThat(temp.resolve("_dump")).isEmptyDirectory();
  }

  @Test
  void temporaryNamesOfARunThatEndedInOrderAreNobodysBusiness() throws IOException {
    put("2.999.1/metadata.dump.json");
    put("2.999.1/mine.tmp");

    assertThat(prepared(dumps(true))).containsExactly(STUDY);

    assertThat(temp.resolve("2.999.1/mine.tmp")).exists();
  }

  @Test
  void aDumpFromAnotherRootIsRefusedUnlessItIsReplaced() throws IOException {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      DumpRequest request =
          new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), temp)
              .studies(List.of(STUDY))
              .build();
      new DicomwebDump(request, event -> {}, warning -> {}).run();
      List<String> before = new Dumped(temp).files("");

      assertThat(prepared(dumps(server.rootUrl(), Rerun.RESUME, true))).containsExactly(STUDY);
      assertThatThrownBy(() -> prepared(dumps("http://other.example", Rerun.RESUME, false)))
          .isInstanceOf(OtherDumpException.class)
          .hasMessageContaining(server.rootUrl());
      assertThat(new Dumped(temp).files("")).isEqualTo(before);

      Rerun restart = new Rerun(false, false, true);
      assertThat(prepared(dumps("http://other.example", restart, true))).isEmpty();
      assertThat(temp.resolve("2.999.1")).doesNotExist();
    }
  }

  /** A tenant, an archive: two roots may differ in their query alone. */
  @ParameterizedTest
  @CsvSource({
    "?tenant=a, ?tenant=a, false",
    "?tenant=a, ?tenant=b, true",
    "?tenant=a, '', true",
    "'', ?tenant=a, true",
    "?tenant=a&token=1, ?tenant=a&token=2, false",
    "?tenant=a%2Fb'c, ?tenant=a/b'c, false",
  })
  void aRootWithAnotherQueryIsAnotherRoot(String then, String now, boolean refused)
      throws IOException {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      DumpRequest request =
          new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl() + then), temp)
              .studies(List.of(STUDY))
              .build();
      new DicomwebDump(request, event -> {}, warning -> {}).run();
      EarlierDumps again = dumps(server.rootUrl() + now, Rerun.RESUME, true);

      if (refused) {
        assertThatThrownBy(again::held).isInstanceOf(OtherDumpException.class);
      } else {
        assertThat(again.held()).containsExactly(STUDY);
      }
    }
  }
}
