package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticSeries;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What metadata leads to, where it is odd or was not had. */
class ExpansionTest extends RunOnFakeServer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Reply edited(Consumer<ArrayNode> edit) {
    return Replies.normal()
        .body(
            bytes -> {
              try {
                ArrayNode datasets = (ArrayNode) JSON.readTree(bytes);
                edit.accept(datasets);
                return JSON.writeValueAsBytes(datasets);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static void setUid(ArrayNode datasets, int index, String tag, String uid) {
    ((ObjectNode) datasets.get(index)).putObject(tag).put("vr", "UI").putArray("Value").add(uid);
  }

  @Test
  void instancesThatOnlyTheStudysMetadataNamesAreDumpedToo() throws Exception {
    SyntheticSeries series = SMALL.series().get(1);
    server.when(path(series.path() + "/metadata")).reply(edited(datasets -> datasets.remove(0)));
    DumpState state = run(request(STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(heard.ended(Outcome.COMPLETE)).hasSize(SMALL_RESOURCES).doesNotHaveDuplicates();
    assertThat(state.notes())
        .containsEntry("an instance is named by the study's metadata, but not by its series'", 1L);
  }

  @Test
  void anEntryWithoutAUsableUidIsAFailureOfThatEntryAlone() throws Exception {
    SyntheticSeries series = SMALL.series().get(0);
    Reply unusable = edited(datasets -> setUid(datasets, 1, "00080018", "../../x"));
    server.when(path(SMALL.path() + "/metadata")).reply(unusable);
    server.when(path(series.path() + "/metadata")).reply(unusable);
    DumpState state = run(request(STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(heard.ended(Outcome.COMPLETE)).hasSize(SMALL_RESOURCES - 2);
    assertThat(state.missing().groups())
        .hasSize(2)
        .anyMatch(group -> group.kind() == ResourceKind.STUDY_METADATA)
        .anyMatch(group -> group.kind() == ResourceKind.SERIES_METADATA)
        .allSatisfy(
            group -> {
              assertThat(group.problem().kind()).isEqualTo(Problem.Kind.UID);
              assertThat(group.count()).isEqualTo(1);
            });
    assertThat(temp.resolve("x")).doesNotExist();
  }

  @Test
  void aSeriesWithoutAUsableUidIsAFailureToo() throws Exception {
    server
        .when(path(SMALL.path() + "/metadata"))
        .reply(edited(datasets -> setUid(datasets, 3, "0020000E", "_")));
    DumpState state = run(request(STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(state.missing().groups())
        .singleElement()
        .satisfies(group -> assertThat(group.kind()).isEqualTo(ResourceKind.STUDY_METADATA));
  }

  @Test
  void entriesOfAnotherSeriesArePassedOver() throws Exception {
    SyntheticSeries series = SMALL.series().get(0);
    server
        .when(path(series.path() + "/metadata"))
        .reply(edited(datasets -> datasets.add(foreignEntry())));
    DumpState state = run(request(STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(heard.ended(Outcome.COMPLETE)).hasSize(SMALL_RESOURCES).doesNotHaveDuplicates();
    assertThat(state.notes())
        .containsEntry("an entry of another series in a series' metadata was passed over", 1L);
  }

  private static ObjectNode foreignEntry() {
    try {
      return (ObjectNode) JSON.readTree(SMALL.series().get(1).instances().get(0).dicomJson(""));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theStudyStandsInForASeriesAndTheSeriesForAnInstance() throws Exception {
    String series = SMALL.series().get(0).path() + "/metadata";
    String instance = SMALL.series().get(1).instances().get(1).path() + "/metadata";
    Stream.of(series, instance)
        .forEach(path -> server.when(path(path)).reply(Replies.status(400, "text/plain", "no")));
    DumpState state = run(request(STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(heard.ended(Outcome.FAILED)).containsExactlyInAnyOrder(series, instance);
    assertThat(heard.ended(Outcome.COMPLETE)).hasSize(SMALL_RESOURCES - 2);
  }

  @Test
  void fewRefusalsOfALevelAreFailures() throws Exception {
    server.when(pathMatches("/instances/[^/]+/metadata$")).reply(Replies.status(404));
    DicomwebDump dump = dump(request(STUDY), heard);
    DumpState state = dump.run().overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(numbers(state, ResourceKind.INSTANCE_METADATA)).containsExactly(0L, 0L, 8L, 0L, 0L);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(12L, 0L, 0L, 0L, 0L);
    assertThat(dump.progress().done()).isEqualTo(dump.progress().known());
    dumped().assertSound(SMALL.uid());
  }

  @ParameterizedTest
  @CsvSource({
    "INSTANCE_METADATA, 2, 8, '/instances/[^/]+/metadata$'",
    "SERIES_METADATA, 12, 1, '/series/[^/]+/metadata$'",
  })
  void aLevelThatTheServerDoesNotHaveIsNoFailure(
      ResourceKind level, int series, int instances, String paths) throws Exception {
    serve(SyntheticStudies.large(series, instances, 1));
    server.when(pathMatches(paths)).reply(Replies.status(404));
    DicomwebDump dump = dump(request(new Uid("2.999.2")), heard);
    DumpState state = dump.run().overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(state.unsupportedLevels()).containsExactly(level);
    assertThat(counts(state, level).unsupported())
        .isEqualTo(level == ResourceKind.SERIES_METADATA ? series : series * instances);
    assertThat(numbers(state, ResourceKind.FRAME))
        .containsExactly((long) series * instances, 0L, 0L, 0L, 0L);
    assertThat(server.requests(pathMatches(paths))).hasSize(10);
    assertThat(heard.ended(Outcome.UNSUPPORTED)).hasSize(10);
    assertThat(dump.progress().done()).isEqualTo(dump.progress().known());
    dumped().assertSound("2.999.2");
  }
}
