package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.image;
import static dev.dicomwebdump.testkit.dicom.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
import static dev.dicomwebdump.testkit.server.LinkFault.absentAfter;
import static dev.dicomwebdump.testkit.server.LinkFault.cutAfter;
import static dev.dicomwebdump.testkit.server.LinkFault.none;
import static dev.dicomwebdump.testkit.server.LinkFault.resetAfter;
import static dev.dicomwebdump.testkit.server.LinkFault.silence;
import static dev.dicomwebdump.testkit.server.LinkFault.slow;
import static dev.dicomwebdump.testkit.server.LinkFault.stallAfter;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.FaultyLink;
import dev.dicomwebdump.testkit.server.LinkFault;
import dev.dicomwebdump.testkit.server.LinkPlan;
import dev.dicomwebdump.testkit.server.WireProtocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A network that loses connections, below each protocol. */
@Execution(ExecutionMode.CONCURRENT)
class NetworkFaultsIT {
  /** Two frames and two files of 256 KB each, which come one after another. */
  private static final SyntheticStudy STUDY =
      SyntheticStudy.builder("2.999.3")
          .series(
              image(EXPLICIT_VR_LITTLE_ENDIAN, 1, 512, 512),
              image(EXPLICIT_VR_LITTLE_ENDIAN, 1, 512, 512))
          .build();

  /** Metadata passes, and the first of the four that is asked for on a connection does not. */
  private static final long WITHIN_FIRST = 150_000;

  /** The first of the four passes, and the second does not. */
  private static final long WITHIN_SECOND = 400_000;

  private static final String LOST = "(truncated|connect)";

  @TempDir private Path temp;

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "TLS_HTTP_1_1", "TLS"})
  void eachLostConnectionCostsAnAttemptAndNothingElse(WireProtocol protocol) throws Exception {
    // 256 KB take 1.6 s, which is longer than anything may be idle.
    LinkFault steady = slow(8192, Duration.ofMillis(50));
    LinkPlan plan =
        carrying(
            protocol,
            LinkPlan.first(
                absentAfter(WITHIN_SECOND, Duration.ofSeconds(2)),
                stallAfter(WITHIN_SECOND),
                cutAfter(WITHIN_SECOND),
                silence(),
                steady));
    try (FakeDicomWebServer server = serving(protocol, STUDY);
        FaultyLink link = FaultyLink.to(server.rootUrl(), plan)) {
      Dump dump = dump(server, link, STUDY, "1s");

      assertThat(dump.exitCode()).as(dump.result().toString()).isZero();
      assertThat(link.faults()).isEqualTo(4);
      assertThat(LostAttempts.of(dump.folder()))
          .matches(LOST + "( connect)+( timeout)+ truncated( timeout)+");
      assertSameAsServed(dump.folder(), server, STUDY);
      assertThat(VerifyFindings.of(dump.folder())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("protocolsAndLosses")
  void whatIsLostEachTimeIsIncompleteAndHasNoFinalName(WireProtocol protocol, String losses)
      throws Exception {
    LinkPlan plan =
        LinkPlan.inTurn(resetAfter(WITHIN_FIRST), cutAfter(WITHIN_FIRST), stallAfter(WITHIN_FIRST));
    try (FakeDicomWebServer server = serving(protocol, STUDY);
        FaultyLink link = FaultyLink.to(server.rootUrl(), plan)) {
      Dump dump = dump(server, link, STUDY, "1s", "-r", "1");

      assertThat(dump.exitCode()).as(dump.result().toString()).isEqualTo(3);
      assertThat(LostAttempts.of(dump.folder())).matches(losses);
      for (Expected resource : Expected.of(STUDY)) {
        assertWholeOrPartial(dump.folder(), resource);
      }
      assertThat(VerifyFindings.of(dump.folder()))
          .hasSize(4)
          .allMatch(finding -> finding.startsWith("outcome "));
    }
  }

  /** Two attempts at each of the four. A stalled connection of HTTP/2 may be used once more. */
  static Stream<Arguments> protocolsAndLosses() {
    String turn = LOST + " truncated timeout ";
    String inTurn = turn + turn + LOST + " truncated";
    return Stream.of(
        Arguments.of(WireProtocol.HTTP_1_1, inTurn),
        Arguments.of(WireProtocol.TLS_HTTP_1_1, inTurn),
        Arguments.of(WireProtocol.TLS, "((truncated|connect|timeout) ?){8,}"));
  }

  static Stream<Arguments> protocolsAndEnds() {
    return Stream.of(WireProtocol.HTTP_1_1, WireProtocol.TLS_HTTP_1_1, WireProtocol.TLS)
        .flatMap(
            protocol ->
                Stream.of(
                    Arguments.of(protocol, absentAfter(WITHIN_SECOND, Duration.ofHours(1)), none()),
                    Arguments.of(protocol, cutAfter(WITHIN_SECOND), silence())));
  }

  @ParameterizedTest
  @MethodSource("protocolsAndEnds")
  void aServerThatStaysAwayLeavesTheRestPending(
      WireProtocol protocol, LinkFault first, LinkFault others) throws Exception {
    LinkPlan plan = carrying(protocol, connection -> connection == 0 ? first : others);
    try (FakeDicomWebServer server = serving(protocol, STUDY);
        FaultyLink link = FaultyLink.to(server.rootUrl(), plan)) {
      Dump dump = dump(server, link, STUDY, "1s", "-r", "1", "--outage", "1s");

      assertThat(dump.exitCode()).as(dump.result().toString()).isEqualTo(3);
      assertThat(dump.folder().summary().at("/run/end").textValue()).isEqualTo("gave-up");
      assertThat(dump.result().stdout()).contains("pending: ");
      assertThat(dump.folder().records().values())
          .isNotEmpty()
          .allMatch(record -> outcome(record).equals("complete"));
      assertThat(VerifyFindings.of(dump.folder()))
          .isNotEmpty()
          .allMatch(finding -> finding.startsWith("missing "));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "TLS_HTTP_1_1", "TLS"})
  void aServerThatNeverSaysAnythingIsNoServer(WireProtocol protocol) throws Exception {
    try (FakeDicomWebServer server = serving(protocol, STUDY);
        FaultyLink link = FaultyLink.to(server.rootUrl(), connection -> silence())) {
      Dump dump = dump(server, link, STUDY, "1s", "-r", "1");

      assertThat(dump.exitCode()).as(dump.result().toString()).isEqualTo(1);
      JsonNode record = dump.folder().record(STUDY.uid() + "/metadata");
      assertThat(outcome(record)).isEqualTo("failed");
      assertThat(record.at("/response/status").intValue()).isZero();
      assertThat(LostAttempts.of(dump.folder())).isEqualTo("timeout timeout");
      assertThat(link.faults()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "TLS"})
  void eightAtOnceThroughANetworkThatBreaksByChanceGetAll(WireProtocol protocol) throws Exception {
    SyntheticStudy study = SyntheticStudies.large(1, 15, 2);
    LinkPlan plan =
        LinkPlan.seeded(
            20260101, resetAfter(30_000), cutAfter(20_000), stallAfter(40_000), silence(), none());
    try (FakeDicomWebServer server = serving(protocol, study);
        FaultyLink link = FaultyLink.to(server.rootUrl(), plan)) {
      Dump dump = dump(server, link, study, "500ms", "-c", "8", "-r", "8");

      assertThat(dump.exitCode()).as(dump.result().toString()).isZero();
      assertSameAsServed(dump.folder(), server, study);
      assertThat(VerifyFindings.of(dump.folder())).isEmpty();
    }
  }

  /** The plan for connections that carry requests: over TLS the first finds out about HTTP/2. */
  private static LinkPlan carrying(WireProtocol protocol, LinkPlan plan) {
    return protocol == WireProtocol.TLS
        ? connection -> connection == 0 ? none() : plan.of(connection - 1)
        : plan;
  }

  private Dump dump(
      FakeDicomWebServer server,
      FaultyLink link,
      SyntheticStudy study,
      String limit,
      String... options)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("-i", "-m", "--idle-timeout", limit));
    all.addAll(List.of("--first-byte-timeout", limit, "--connect-timeout", limit));
    if (link.rootUrl().startsWith("https:")) {
      Path authority = Files.writeString(temp.resolve("ca.pem"), server.authorityPem());
      all.addAll(List.of("--cacert", authority.toString()));
    }
    all.addAll(List.of(options));
    return Dump.of(link.rootUrl(), study.uid(), temp.resolve("out"), all.toArray(String[]::new));
  }

  private static FakeDicomWebServer serving(WireProtocol protocol, SyntheticStudy study) {
    return FakeDicomWebServer.builder().study(study).protocol(protocol).start();
  }

  private static void assertSameAsServed(
      DumpFolder folder, FakeDicomWebServer server, SyntheticStudy study) throws Exception {
    for (Expected resource : Expected.of(study)) {
      assertThat(folder.bytes(resource.file()))
          .as(resource.file())
          .isEqualTo(Served.body(server, resource));
      if (resource.payload() != null) {
        assertThat(folder.bytes(resource.file() + ".bin")).isEqualTo(resource.payload().get());
      }
    }
    assertThat(folder.files()).noneMatch(file -> file.matches(".*\\.(tmp|partial|error)"));
  }

  /** Metadata is whole. Of all else there is a beginning, unless no byte of a body came. */
  private static void assertWholeOrPartial(DumpFolder folder, Expected resource) {
    JsonNode record = folder.record(resource.file());
    boolean metadata = resource.payload() == null;
    boolean began = record.at("/response/bodySize").intValue() > 0;
    assertThat(folder.has(resource.file())).as(resource.file()).isEqualTo(metadata);
    assertThat(folder.has(resource.file() + ".bin")).isFalse();
    assertThat(folder.has(resource.file() + ".partial")).isEqualTo(!metadata && began);
    assertThat(outcome(record)).isEqualTo(metadata ? "complete" : began ? "incomplete" : "failed");
    assertThat(record.at("/_dicomweb/earlier").isEmpty()).isEqualTo(metadata);
  }

  private static String outcome(JsonNode record) {
    return record.at("/_dicomweb/outcome").textValue();
  }
}
