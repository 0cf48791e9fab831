package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.dump.Content;
import dev.dicomwebdump.dump.DumpRequest;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.fetch.AcceptSettings;
import dev.dicomwebdump.fetch.Politeness;
import dev.dicomwebdump.fetch.WantedSyntax;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.transport.TransportSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParameterException;

@DisabledIfEnvironmentVariable(named = "DICOMWEB_CONCURRENCY", matches = ".*")
@DisabledIfEnvironmentVariable(named = "DICOMWEB_AUTHORIZATION", matches = ".*")
class DumpCommandTest {

  private static final List<String> REQUIRED =
      List.of("-w", "http://pacs.example/dicom-web/studies", "-s", "1.2", "-o", "dump");

  private static DumpRequest request(String options) {
    Stream<String> more = options.isEmpty() ? Stream.of() : Stream.of(options.split(" ", -1));
    return new Program()
        .parse(Stream.concat(REQUIRED.stream(), more).toArray(String[]::new))
        .request();
  }

  private static Arguments row(String options, Function<DumpRequest, ?> read, Object expected) {
    return Arguments.of(options, read, expected);
  }

  static Stream<Arguments> options() {
    return Stream.of(
        row("", DumpRequest::studies, List.of(new Uid("1.2"))),
        row("-s 1.3 -s 1.2", DumpRequest::studies, List.of(new Uid("1.2"), new Uid("1.3"))),
        row("--studyUid 1.3", r -> r.studies().size(), 2),
        row("--study-uid=1.3", r -> r.studies().size(), 2),
        row("", r -> r.root().base(), "http://pacs.example/dicom-web"),
        row("", DumpRequest::folder, Path.of("dump")),
        row("", DumpRequest::payloads, false),
        row("-m", DumpRequest::payloads, true),
        row("--stripMultiPartMimeWrapper", DumpRequest::payloads, true),
        row("--strip-multi-part-mime-wrapper", DumpRequest::payloads, true),
        row("", request -> request.selection().has(Content.INSTANCES), false),
        row("-i", request -> request.selection().has(Content.INSTANCES), true),
        row("--includeFullInstance", request -> request.selection().has(Content.INSTANCES), true),
        row("-mi", r -> r.payloads() && r.selection().has(Content.INSTANCES), true),
        row("", DumpRequest::keep, Keep.BODY),
        row("--keep parts", DumpRequest::keep, Keep.PARTS),
        row("--keep parts", DumpRequest::payloads, true),
        row("", r -> r.dicom() == null, true),
        row("--dicom files", r -> String.valueOf(r.dicom()), "files"),
        row("--dicom files", r -> r.selection().has(Content.INSTANCES), true),
        row("--dicom files", DumpRequest::payloads, false),
        row("", DumpRequest::pretty, false),
        row("--pretty", DumpRequest::pretty, true),
        row("", DumpRequest::concurrency, 1),
        row("-c 8", DumpRequest::concurrency, 8),
        row("-c 8", r -> r.transport().connections(), 8),
        row("", DumpRequest::politeness, Politeness.NONE),
        row("-c auto", DumpRequest::politeness, new Politeness(true, Duration.ZERO, false)),
        row("-c AUTO", DumpRequest::concurrency, 64),
        row("-c auto", r -> r.transport().connections(), 64),
        row("--rate 10/m", r -> r.politeness().interval(), Duration.ofSeconds(6)),
        row("--rate 4/s -c 8", DumpRequest::concurrency, 8),
        row("--server-friendly", r -> r.politeness().rests(), true),
        row("--serverFriendly -c 1", r -> r.transport().connections(), 1),
        row("", DumpRequest::accept, AcceptSettings.USUAL),
        row("--transfer-syntax *", DumpRequest::accept, AcceptSettings.USUAL),
        row("--transferSyntax 1.2.3", r -> r.accept().transferSyntax().text(), "1.2.3"),
        row(
            "--transfer-syntax=default",
            r -> r.accept().transferSyntax(),
            WantedSyntax.SERVERS_DEFAULT),
        row(
            "--accept frame=image/jpeg;q=1 --accept study-metadata=*/*",
            r -> r.accept().given(),
            Map.of(ResourceKind.FRAME, "image/jpeg;q=1", ResourceKind.STUDY_METADATA, "*/*")),
        row("", DumpRequest::abort, false),
        row("--abort", DumpRequest::abort, true),
        row("", DumpRequest::retries, 3),
        row("-r 0", DumpRequest::retries, 0),
        row("", DumpRequest::maxRetryWait, Duration.ofMinutes(5)),
        row("--max-retry-wait 1h", DumpRequest::maxRetryWait, Duration.ofHours(1)),
        row("--maxRetryWait 7", DumpRequest::maxRetryWait, Duration.ofSeconds(7)),
        row("", r -> sent(r), "null"),
        row("-z tiger", r -> sent(r), "tiger"),
        row("", DumpRequest::compressed, false),
        row("--compressed", DumpRequest::compressed, true),
        row("", DumpRequest::permissions, Permissions.OWNER_ONLY),
        row("--permissions umask", DumpRequest::permissions, Permissions.UMASK),
        row("", r -> r.transport().toString(), TransportSettings.DEFAULTS.toString()),
        row("--http2", r -> r.transport().http2(), true),
        row("--no-http2", r -> r.transport().http2(), false),
        row("--http2-prior-knowledge", r -> r.transport().http2PriorKnowledge(), true),
        row("--connect-timeout 1s", r -> r.transport().connectTimeout(), Duration.ofSeconds(1)),
        row("--firstByteTimeout 1s", r -> r.transport().firstByteTimeout(), Duration.ofSeconds(1)),
        row("--idle-timeout 1s", r -> r.transport().idleTimeout(), Duration.ofSeconds(1)),
        row("--max-time 1m", r -> String.valueOf(r.transport().maxTime()), "PT1M"),
        row("--insecure", r -> Objects.requireNonNull(r.transport().tls()).verifyHostname(), false),
        row("", DumpRequest::program, "dicomweb-dump development"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void optionsBecomeARequest(String options, Function<DumpRequest, ?> read, Object expected) {
    assertThat(request(options)).returns(expected, read::apply);
  }

  @Test
  void userInfoOfTheRootIsACredentialUnlessOneIsGiven() {
    String[] args = {"-w", "http://u:t%20r@pacs.example", "-s", "1.2", "-o", "dump"};
    String[] more = {"-w", "http://u:p@pacs.example", "-s", "1.2", "-o", "dump", "-z", "Bearer x"};

    assertThat(sent(new Program().parse(args).request())).isEqualTo("Basic dTp0IHI=");
    assertThat(sent(new Program().parse(more).request())).isEqualTo("Bearer x");
  }

  @ParameterizedTest
  @CsvSource({
    "-c 0, the concurrency must be 1 or more",
    "-r -1, the retries must be 0 or more",
    "-s ../x, not a UID",
    "--transfer-syntax explicit, --transfer-syntax: a transfer syntax is a UID",
    "--accept frames=image/jpeg, 'no such kind: \"frames\" (the kinds are study-metadata, '",
    "--accept frame=, the value is empty (the kinds are ",
    "--accept frame, the value is empty (the kinds are ",
    "--accept frame=caf\u00e9, the value has characters that no header can hold (the kinds are ",
    "--accept frame=a --accept frame=b, given twice for frame",
    "-H Accept:*/*, give --accept KIND=VALUE",
    "--cacert /nowhere, cannot read --cacert",
    "-c many, --concurrency is neither a number nor auto: many",
    "--rate 10, is no rate",
    "--rate 0/s, is no rate",
    "--server-friendly -c 2, leave out -c 2",
    "-c auto --serverFriendly, leave out -c auto",
    "--idle-timeout 577h, 24 days at most",
    "--permissions all, is neither owner nor umask",
    "--keep all, is neither body nor parts",
    "--keep none, is neither body nor parts",
    "--records-only -m, --records-only keeps no payloads",
    "--records-only --keep Parts, --records-only keeps no payloads",
    "--recordsOnly --pretty, --records-only keeps no metadata",
    "--har-bodies, --har-bodies goes with --har",
    "--dry-run --har log.har, --dry-run makes no dump: leave out --har",
    "--dry-run --report page.html, --dry-run makes no dump: leave out --har",
    "--dry-run --metrics-port 0, --dry-run makes no dump: leave out --har",
    "--report dump/page.html, --report must lead out of the output folder",
    "--report -, does not go to stdout",
    "--report page.html --har ./page.html, --report and --har name the same file",
    "--har dump/log.har, --har must lead out of the output folder",
    "--har - --json, both write to stdout",
    "--dicom dump/files, --dicom must lead out of the output folder",
    "-w http://other.example, should be specified only once",
  })
  void whatIsOutOfItsRangeIsWrongUsage(String options, String why) {
    assertThatThrownBy(() -> request(options))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(why);
  }

  /** The Authorization header that a request would carry; "null" for none. */
  private static String sent(DumpRequest request) {
    Request plain = new Request(URI.create(request.root().base()), Headers.NONE);
    try {
      return String.valueOf(
          request.credentials().authorize(plain).headers().first("Authorization"));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
