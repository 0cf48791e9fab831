package dev.dicomwebdump.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.dump.Content;
import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.dump.Selection;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.report.DumpFigures;
import dev.dicomwebdump.report.DumpReport;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {

  private static final String MOVEMENT =
      "2.999.21/series/2.999.21.1/instances/2.999.21.1.1/frames/";

  private static final Selection SIX_FRAMES_A_REQUEST =
      new Selection(
          Selection.PLAIN.contents(),
          Set.of(),
          Set.of(),
          Set.of(),
          Selection.PLAIN.format(),
          Selection.PLAIN.bulkdata(),
          Selection.PLAIN.discovery(),
          6);

  @TempDir private Path temp;

  @Test
  void showsAllFramesOfASmallDump() throws Exception {
    Path folder = dump(SyntheticStudies.movement(), request -> request);

    ContactSheet sheet = sheet(folder);
    assertThat(sheet.leftOut()).isEmpty();
    assertThat(sheet.tiles())
        .hasSize(20)
        .allSatisfy(tile -> assertThat(tile.thumbnail().width()).isEqualTo(48))
        .extracting(Tile::record)
        .startsWith(MOVEMENT + "1.dump.json", MOVEMENT + "2.dump.json")
        .endsWith(MOVEMENT + "20.dump.json")
        .allSatisfy(record -> assertThat(folder.resolve(record)).exists());
  }

  @Test
  void framesThatCameTogetherAreShownOneByOne() throws Exception {
    Path folder =
        dump(SyntheticStudies.movement(), request -> request.selection(SIX_FRAMES_A_REQUEST));

    ContactSheet sheet = sheet(folder);
    assertThat(sheet.tiles()).hasSize(20).extracting(Tile::frame).startsWith(1, 2).endsWith(20);
    assertThat(sheet.tiles().get(6).record()).isEqualTo(MOVEMENT + "7-12.dump.json");
    assertThat(sheet.tiles().stream().map(tile -> tile.thumbnail().source()).distinct())
        .hasSize(20);
  }

  @Test
  void payloadsWithoutTheirWrapperAreShown() throws Exception {
    Path whole = dump(SyntheticStudies.phantom(), request -> request);
    ContactSheet expected = sheet(whole);
    Path parts = temp.resolve("parts");
    dump(SyntheticStudies.phantom(), request -> request.keep(Keep.PARTS), parts);

    assertThat(sheet(parts)).isEqualTo(expected);
    assertThat(expected.tiles()).hasSize(12);
  }

  @Test
  void aStudysOwnFolderMayHaveAnyName() throws Exception {
    Path folder = dump(SyntheticStudies.movement(), request -> request);
    Path renamed = Files.move(folder.resolve("2.999.21"), temp.resolve("other"));

    assertThat(sheet(renamed).tiles())
        .hasSize(20)
        .allSatisfy(tile -> assertThat(renamed.resolve(tile.record())).exists());
  }

  @Test
  void manyInstancesAreDrawnFromEvenly() throws Exception {
    Path folder = dump(SyntheticStudies.large(2, 40, 1), request -> request.concurrency(4));

    assertThat(sheet(folder).tiles())
        .hasSize(ContactSheet.MOST_TILES)
        .filteredOn(tile -> tile.instance().requireSeries().value().equals("2.999.2.1"))
        .hasSize(ContactSheet.MOST_TILES / 2);
  }

  @Test
  void tellsWhatIsNotDrawnByItsTransferSyntax() throws Exception {
    Path folder = dump(SyntheticStudies.small(), request -> request);

    ContactSheet sheet = sheet(folder);
    assertThat(sheet.leftOut())
        .isEqualTo(
            Map.of(
                "RLE Lossless (1.2.840.10008.1.2.5)",
                5,
                "JPEG Baseline (1.2.840.10008.1.2.4.50)",
                2));
    assertThat(sheet.omitted()).isEqualTo(7);
  }

  @Test
  void whatTheServerRenderedStandsInForFramesThatAreNotDrawn() throws Exception {
    Selection selection = Selection.PLAIN.with(Content.RENDERED);
    Path folder = dump(SyntheticStudies.small(), request -> request.selection(selection));

    assertThat(sheet(folder).leftOut()).isEmpty();
    assertThat(sheet(folder).tiles())
        .filteredOn(tile -> tile.record().contains("rendered"))
        .hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void damageIsToldAndNoError() throws Exception {
    Path folder = dump(SyntheticStudies.movement(), request -> request);
    Files.delete(folder.resolve(MOVEMENT + "1"));
    Files.write(folder.resolve(MOVEMENT + "2"), new byte[10]);
    Files.writeString(folder.resolve(MOVEMENT + "3.dump.json"), "{");

    ContactSheet sheet = sheet(folder);
    assertThat(sheet.tiles()).hasSize(17);
    assertThat(sheet.leftOut())
        .isEqualTo(Map.of("a file that cannot be read", 2, "a record that cannot be read", 1));
  }

  @Test
  void metadataThatIsMissingIsTold() throws Exception {
    Path folder = dump(SyntheticStudies.movement(), request -> request);
    String study = "2.999.21/";
    String series = study + "series/2.999.21.1/";
    String instance = series + "instances/2.999.21.1.1/";
    Files.delete(folder.resolve(instance + "metadata.dump.json"));
    assertThat(sheet(folder).tiles()).as("that of the series stands in").hasSize(20);
    Files.delete(folder.resolve(series + "metadata.dump.json"));
    assertThat(sheet(folder).tiles()).as("that of the study stands in").hasSize(20);
    Files.delete(folder.resolve(study + "metadata.dump.json"));

    assertThat(sheet(folder).leftOut()).isEqualTo(Map.of("no metadata of the instance", 20));
  }

  private static ContactSheet sheet(Path folder) throws Exception {
    DumpFigures dump = DumpReport.of(folder, "test").dump();
    return ContactSheet.of(folder, dump);
  }

  private Path dump(SyntheticStudy study, UnaryOperator<DumpRequestBuilder> otherwise)
      throws IOException, InterruptedException {
    return dump(study, otherwise, temp.resolve("dump"));
  }

  private static Path dump(
      SyntheticStudy study, UnaryOperator<DumpRequestBuilder> otherwise, Path folder)
      throws IOException, InterruptedException {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study)) {
      DumpRequestBuilder request =
          new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), folder)
              .studies(List.of(new Uid(study.uid())));
      new DicomwebDump(otherwise.apply(request).build(), event -> {}, warning -> {}).run();
    }
    return folder;
  }
}
