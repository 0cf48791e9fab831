package dev.dicomwebdump.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.Schemas;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.AttributePath;
import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads of responses that have several, and payloads that two responses brought. */
class ManyPayloadsTest {

  private static final SyntheticStudy SMALL = SyntheticStudies.small();
  private static final SyntheticInstance FIRST = SMALL.instances().get(0);
  private static final Uid STUDY = new Uid(FIRST.studyUid());
  private static final Uid SERIES = new Uid(FIRST.seriesUid());
  private static final Uid SOP = new Uid(FIRST.uid());
  private static final Resource OF_STUDY = Resource.studyInstances(STUDY);
  private static final Resource OF_SERIES = Resource.seriesInstances(STUDY, SERIES);
  private static final Resource INSTANCE = Resource.instance(STUDY, SERIES, SOP);
  private static final Resource FRAMES = Resource.frames(STUDY, SERIES, SOP, 5, 7);
  private static final Resource VALUE =
      Resource.bulkdata(
          STUDY,
          SERIES,
          SOP,
          new BulkValue(new AttributePath("00420011"), "x", URI.create("http://a/x"), null));

  private static final String MULTIPART = "multipart/related; boundary=b";
  private static final String DICOM = "application/dicom";
  private static final String OCTETS = "application/octet-stream";
  private static final String AS_STORED = "x; transfer-syntax=*";
  private static final String ASIDE = "a payload lies aside: another response's has its name";

  @TempDir Path temp;
  private ArchiveFolder folder;
  private SumsWriter sums;

  @BeforeEach
  void open() {
    folder = ArchiveFolder.open(temp.resolve("dump"), Permissions.UMASK, warning -> {});
    sums = new SumsWriter(folder, STUDY);
  }

  @AfterEach
  void close() {
    sums.close();
  }

  private static Answer answer(String type, String... payloads) {
    StringBuilder body = new StringBuilder();
    for (String payload : payloads) {
      body.append("--b\r\nContent-Type: " + type + "\r\n\r\n" + payload + "\r\n");
    }
    return Answer.of(200, MULTIPART, bytes(body + "--b--\r\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static String p10(SyntheticInstance instance) {
    return new String(instance.p10(), ISO_8859_1);
  }

  private static Answer files(List<SyntheticInstance> instances) {
    return answer(DICOM, instances.stream().map(ManyPayloadsTest::p10).toArray(String[]::new));
  }

  private static Storage storage(boolean payloads) {
    return new Storage(payloads, Keep.BODY, null, false, DigestKind.SHA256);
  }

  private Recording recording(Resource resource, boolean payloads, SeriesLookup lookup) {
    Recorder recorder =
        new Recorder(folder, new Redaction("http://a"), storage(payloads), ByteSize.UNLIMITED);
    return resource.instance() == null
        ? recorder.open(resource, lookup, sums, true)
        : recorder.open(resource, Pixels.NONE, sums, true);
  }

  private Recorded record(Resource resource, Answer... answers) {
    return record(resource, true, SeriesLookup.NONE, answers);
  }

  private Recorded record(
      Resource resource, boolean payloads, SeriesLookup lookup, Answer... answers) {
    Recording recording = recording(resource, payloads, lookup);
    return recording.commit(Answer.play(recording, AS_STORED, List.of(answers)), false);
  }

  private static String payload(Uid series, Uid instance) {
    return "series/" + series + "/instances/" + instance + "/_/" + instance + ".bin";
  }

  private static String payload(SyntheticInstance instance) {
    return payload(new Uid(instance.seriesUid()), new Uid(instance.uid()));
  }

  private static String frame(String name) {
    return "series/" + SERIES + "/instances/" + SOP + "/frames/" + name;
  }

  /** The payloads of the study and what is in them, by their paths in its folder. */
  private Map<String, String> payloads() throws IOException {
    Path study = folder.resolve(STUDY.value());
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(study)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".bin")).toList()) {
        found.put(study.relativize(file).toString(), Files.readString(file, ISO_8859_1));
      }
    }
    return found;
  }

  private List<String> temporaries() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve(STUDY.value()))) {
      return all.map(Path::toString)
          .filter(name -> name.endsWith(".tmp") && !name.contains("_dump"))
          .toList();
    }
  }

  private JsonNode dicomweb(Recorded recorded) throws IOException {
    byte[] record = Files.readAllBytes(folder.resolve(recorded.files().record()));
    assertThat(Schemas.RECORD.errors(record)).isEmpty();
    return new ObjectMapper().readTree(record).get("_dicomweb");
  }

  private List<String> partFiles(Recorded recorded) throws IOException {
    List<String> named = new ArrayList<>();
    for (JsonNode part : dicomweb(recorded).get("multipart").get("parts")) {
      named.add(part.get("file").asText("none"));
      if (part.get("file").isTextual()) {
        byte[] file =
            Files.readAllBytes(folder.resolve(recorded.files().named(part.get("file").asText())));
        assertThat(part.get("sha256").asText()).isEqualTo(Digest.of(file));
      }
    }
    return named;
  }

  private HeldEntry held(Resource resource) {
    return Objects.requireNonNull(HeldEntry.read(folder, resource));
  }

  @Test
  void eachFrameOfSeveralHasItsOwnPayload() throws IOException {
    Recorded recorded = record(FRAMES, answer(OCTETS, "five", "six", "seven"));

    assertThat(recorded.outcome()).isEqualTo(Outcome.COMPLETE);
    assertThat(payloads())
        .isEqualTo(Map.of(frame("5.bin"), "five", frame("6.bin"), "six", frame("7.bin"), "seven"));
    assertThat(partFiles(recorded)).containsExactly("5.bin", "6.bin", "7.bin");
    assertThat(recorded.instances()).isEmpty();
  }

  @Test
  void eachInstanceOfAStudyHasItsOwnPayload() throws IOException {
    Recorded recorded = record(OF_STUDY, files(SMALL.instances()));
    List<InstanceUids> all = new ArrayList<>();
    for (SyntheticInstance instance : SMALL.instances()) {
      all.add(new InstanceUids(new Uid(instance.seriesUid()), new Uid(instance.uid())));
      assertThat(payloads()).containsEntry(payload(instance), p10(instance));
    }

    assertThat(payloads()).hasSize(all.size());
    assertThat(recorded.instances()).isEqualTo(all);
    assertThat(partFiles(recorded))
        .containsExactlyElementsOf(
            SMALL.instances().stream().map(instance -> payload(instance)).toList());
    assertThat(dicomweb(recorded).get("instances")).hasSize(all.size());
    sums.finish();
    assertThat(Files.readString(folder.resolve(Layout.sums(STUDY))))
        .contains(Digest.of(FIRST.p10()) + "  " + payload(FIRST));
  }

  @Test
  void withoutPayloadsTheInstancesAreToldAllTheSame() throws IOException {
    Recorded recorded = record(OF_STUDY, false, SeriesLookup.NONE, files(SMALL.instances()));

    assertThat(payloads()).isEmpty();
    assertThat(recorded.instances()).hasSize(SMALL.instances().size());
    assertThat(partFiles(recorded)).containsOnly("none");
  }

  @Test
  void aSinglePartIsOneInstance() throws IOException {
    Recorded recorded = record(OF_STUDY, Answer.of(200, DICOM, FIRST.p10()));

    assertThat(payloads()).containsOnlyKeys(payload(FIRST));
    assertThat(recorded.instances()).containsExactly(new InstanceUids(SERIES, SOP));
  }

  /** A file that tells no series: the element's tag becomes another's. */
  private static String unplaced() {
    return p10(FIRST).replace(" \u0000\u000e\u0000UI", " \u0000\u000f\u0000UI");
  }

  @Test
  void aSeriesThatNoFileTellsIsLookedUp() throws IOException {
    Recorded recorded = record(OF_STUDY, true, sop -> SERIES, answer(DICOM, unplaced()));

    assertThat(unplaced()).isNotEqualTo(p10(FIRST));
    assertThat(recorded.instances()).containsExactly(new InstanceUids(SERIES, SOP));
    assertThat(payloads()).containsOnlyKeys(payload(FIRST));
  }

  @Test
  void anInstanceWhosePlaceNobodyKnowsLiesBesideTheRecord() throws IOException {
    SyntheticInstance second = SMALL.instances().get(1);
    Recorded recorded = record(OF_STUDY, answer(DICOM, unplaced(), p10(second)));

    assertThat(recorded.instances().get(0)).isEqualTo(new InstanceUids(null, SOP));
    assertThat(payloads()).containsOnlyKeys("_/" + STUDY + ".1.bin", payload(second));
    assertThat(partFiles(recorded)).containsExactly(STUDY + ".1.bin", payload(second));
  }

  @Test
  void severalPartsOfAValueAreNumbered() throws IOException {
    Recorded recorded = record(VALUE, answer(OCTETS, "one", "two"));

    assertThat(recorded.notes()).containsExactly("several parts where one was asked for");
    assertThat(partFiles(recorded)).containsExactly("00420011.1.bin", "00420011.2.bin");
  }

  @Test
  void whatFailsLeavesNoPayload() throws IOException {
    Answer cut = files(SMALL.instances()).then(Problem.Kind.TRUNCATED);
    Recorded recorded = record(OF_STUDY, cut, answer(DICOM, p10(FIRST), "no file"), cut);

    assertThat(recorded.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(recorded.instances()).isEmpty();
    assertThat(payloads()).isEmpty();
    assertThat(temporaries()).isEmpty();
  }

  @Test
  void whatIsDiscardedLeavesNothing() throws IOException {
    Recording recording = recording(OF_STUDY, true, SeriesLookup.NONE);
    Answer.play(recording, AS_STORED, List.of(files(SMALL.instances())));
    assertThat(payloads()).isEmpty();
    assertThat(temporaries()).hasSize(SMALL.instances().size() + 1);
    recording.discard();

    assertThat(temporaries()).isEmpty();
  }

  @Test
  void theSamePayloadIsNamedByBothRecords() throws IOException {
    record(INSTANCE, answer(DICOM, p10(FIRST)));
    Recorded ofStudy = record(OF_STUDY, files(SMALL.instances()));
    Recorded ofSeries = record(OF_SERIES, answer(DICOM, p10(FIRST)));

    assertThat(partFiles(ofStudy)).contains(payload(FIRST));
    assertThat(partFiles(ofSeries)).containsExactly(payload(FIRST));
    assertThat(ofStudy.notes()).isEmpty();
    assertThat(payloads()).hasSize(SMALL.instances().size());
    assertThat(temporaries()).isEmpty();
  }

  @Test
  void anotherResponsesPayloadIsNeverReplaced() throws IOException {
    record(INSTANCE, answer(DICOM, p10(FIRST) + "xx"));
    Recorded ofStudy = record(OF_STUDY, files(SMALL.instances()));

    assertThat(ofStudy.notes()).containsExactly(ASIDE);
    assertThat(partFiles(ofStudy)).contains(STUDY + ".1.bin").doesNotContain(payload(FIRST));
    assertThat(payloads())
        .containsEntry(payload(FIRST), p10(FIRST) + "xx")
        .containsEntry("_/" + STUDY + ".1.bin", p10(FIRST));
  }

  @Test
  void anInstanceDoesNotReplaceThePayloadOfItsStudy() throws IOException {
    record(OF_STUDY, files(SMALL.instances()));
    Recorded again = record(INSTANCE, answer(DICOM, p10(FIRST) + "xx"));

    assertThat(again.notes()).containsExactly(ASIDE);
    assertThat(partFiles(again)).containsExactly(SOP + ".1.bin");
    assertThat(payloads()).containsEntry(payload(FIRST), p10(FIRST));
    Recorded whole = record(INSTANCE, Answer.of(200, DICOM, bytes(p10(FIRST) + "yy")));
    assertThat(whole.notes()).contains(ASIDE);
    assertThat(payloads())
        .containsEntry(payload(FIRST), p10(FIRST))
        .containsEntry(payload(FIRST).replace(".bin", ".1.bin"), p10(FIRST) + "yy");
  }

  @Test
  void aFrameDoesNotReplaceThatOfSeveral() throws IOException {
    record(FRAMES, answer(OCTETS, "five", "six", "seven"));
    Recorded six = record(Resource.frame(STUDY, SERIES, SOP, 6), answer(OCTETS, "SIX"));
    Recorded overlapping =
        record(Resource.frames(STUDY, SERIES, SOP, 7, 8), answer(OCTETS, "seven", "eight"));

    assertThat(partFiles(six)).containsExactly("6.1.bin");
    assertThat(partFiles(overlapping)).containsExactly("7.bin", "8.bin");
    assertThat(payloads()).containsEntry(frame("6.bin"), "six").hasSize(5);
  }

  @Test
  void whatAnEarlierAttemptLeftMakesWay() throws IOException {
    record(FRAMES, answer(OCTETS, "five", "six", "seven"));
    Recorded again = record(FRAMES, answer(OCTETS, "FIVE", "six", "seven"));
    assertThat(payloads()).containsEntry(frame("5.bin"), "FIVE").hasSize(3);
    assertThat(again.notes()).isEmpty();

    record(FRAMES, answer(OCTETS, "five", "six"));
    assertThat(payloads()).isEmpty();
    record(OF_STUDY, files(SMALL.instances()));
    record(OF_STUDY, Answer.of(500, "text/plain", "x"));
    assertThat(payloads()).isEmpty();
    record(VALUE, answer(OCTETS, "one", "two", "three"));
    record(VALUE, answer(OCTETS, "one"));
    assertThat(payloads()).containsOnlyKeys(frame("").replace("frames/", "bulkdata/00420011.bin"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAKilledRunLeftWithoutARecordMakesWay(boolean comes) throws IOException {
    folder.write(STUDY + "/" + frame("6.bin"), bytes("torn"));
    folder.write(STUDY + "/" + payload(FIRST), bytes("torn"));
    record(FRAMES, comes ? answer(OCTETS, "five", "six", "seven") : answer(OCTETS, "five"));
    record(INSTANCE, comes ? answer(DICOM, p10(FIRST)) : answer(DICOM, "no file"));

    assertThat(payloads().values()).doesNotContain("torn").hasSize(comes ? 4 : 0);
  }

  @Test
  void whatIsMissingIsCutOutOfTheBodyLater() throws IOException {
    Recorded before = record(OF_STUDY, false, SeriesLookup.NONE, files(SMALL.instances()));
    Recorded kept = new Retention(folder, storage(true), false).keep(held(OF_STUDY), sums);
    Map<String, String> cut = payloads();

    assertThat(cut).hasSize(SMALL.instances().size()).containsEntry(payload(FIRST), p10(FIRST));
    assertThat(partFiles(before)).doesNotContain("none");
    assertThat(kept.instances()).isEqualTo(before.instances()).isNotEmpty();
    folder.delete(STUDY + "/" + payload(SMALL.instances().get(1)));
    new Retention(folder, storage(true), false).keep(held(OF_STUDY), sums);
    assertThat(payloads()).isEqualTo(cut);
    assertThat(temporaries()).isEmpty();
  }

  @Test
  void payloadsOfFramesAndWholeBodiesAreCutOutLater() throws IOException {
    Recorded frames = record(FRAMES, false, SeriesLookup.NONE, answer(OCTETS, "5", "6", "7"));
    record(OF_SERIES, false, SeriesLookup.NONE, Answer.of(200, DICOM, FIRST.p10()));
    Retention retention = new Retention(folder, storage(true), false);
    retention.keep(held(FRAMES), sums);
    retention.keep(held(OF_SERIES), sums);

    assertThat(payloads()).hasSize(4).containsEntry(payload(FIRST), p10(FIRST));
    assertThat(partFiles(frames)).containsExactly("5.bin", "6.bin", "7.bin");
  }

  @Test
  void withoutTheWishNothingIsCutOut() throws IOException {
    Recorded before = record(FRAMES, false, SeriesLookup.NONE, answer(OCTETS, "5", "6", "7"));
    Recorded kept = new Retention(folder, storage(false), false).keep(held(FRAMES), sums);

    assertThat(payloads()).isEmpty();
    assertThat(kept).isEqualTo(before);
  }
}
