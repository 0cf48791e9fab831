package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.Latency;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.archive.RunState;
import dev.dicomwebdump.credentials.FixedCredentials;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RunTallyTest {

  private final RunTally tally = new RunTally(Instant.EPOCH);

  private static Exchange exchange(int status, String accept, Duration took) {
    Timings timings = new Timings(null, null, null, null, null, took, null);
    return new Exchange(
        new Request(
            URI.create("http://pacs.example"), new Headers(List.of(new Header("Accept", accept)))),
        status == 0 ? null : new ResponseHead("HTTP/1.1", status, "", Headers.NONE),
        Instant.EPOCH,
        timings,
        null,
        10,
        null,
        List.of());
  }

  private static Exchange exchange(int status, String accept) {
    return exchange(status, accept, Duration.ofMillis(1));
  }

  private RunState state() {
    DicomWebRoot root = DicomWebRoot.parse("http://pacs.example");
    DumpRequest request =
        new DumpRequestBuilder(root, Path.of("dump"))
            .studies(List.of(new Uid("1")))
            .credentials(FixedCredentials.of("Bearer tiger"))
            .build();
    return tally.state(
        new RunOptions(request), Ending.early(RunEnd.ABORTED, "the first failure"), 8, List.of());
  }

  @Test
  void everyRequestIsCountedForItsReason() {
    tally.add(
        ResourceKind.FRAME,
        exchange(200, "b")
            .after(exchange(0, "b"))
            .after(exchange(503, "b"))
            .after(exchange(406, "a"))
            .after(exchange(302, "a")));
    tally.add(ResourceKind.INSTANCE, exchange(200, "a"));
    RunState state = state();

    assertThat(state.requests()).isEqualTo(6);
    assertThat(state.bytes()).isEqualTo(60);
    assertThat(List.of(state.redirects(), state.acceptSteps(), state.retries()))
        .containsExactly(1L, 1L, 2L);
    assertThat(state.latency().get(ResourceKind.FRAME)).isNotNull().returns(4L, Latency::count);
  }

  @Test
  void latenciesAreThoseOfEachKind() {
    for (int ms = 1; ms <= 100; ms++) {
      tally.add(ResourceKind.FRAME, exchange(200, "a", Duration.ofMillis(ms)));
    }
    Latency latency = state().latency().get(ResourceKind.FRAME);

    assertThat(latency).isNotNull();
    assertThat(latency.p50().toNanos()).isCloseTo(50_000_000L, Percentage.withPercentage(1));
    assertThat(latency.p90().toNanos()).isCloseTo(90_000_000L, Percentage.withPercentage(1));
    assertThat(latency.p99().toNanos()).isCloseTo(99_000_000L, Percentage.withPercentage(1));
    assertThat(latency.max().toNanos()).isCloseTo(100_000_000L, Percentage.withPercentage(1));
  }

  @Test
  void theEndAndTheOptionsAreTold() {
    RunState state = state();

    assertThat(state.end()).isEqualTo(RunEnd.ABORTED);
    assertThat(state.endMessage()).isEqualTo("the first failure");
    assertThat(state.options())
        .containsEntry("retry", "3")
        .containsEntry("authorization", "REDACTED");
    assertThat(state.toString()).doesNotContain("tiger");
  }
}
