package dev.dicomwebdump.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.ResourceKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveReportTest {

  private final LiveReport report = new LiveReport();

  @Test
  void theFiguresAreOfTheExchangesAndOfNoDump() {
    report.add(ResourceKind.FRAME, Outcome.COMPLETE, exchange(200, 1000));
    report.add(ResourceKind.FRAME, Outcome.FAILED, exchange(503, 10));
    ReportFigures figures = report.figures("test", "http://pacs/dicom-web");

    assertThat(figures.folder()).isEqualTo("http://pacs/dicom-web");
    assertThat(figures.dump().roots()).containsExactly("http://pacs/dicom-web");
    assertThat(figures.dump().verdict()).isNull();
    assertThat(figures.records().read()).isZero();
    assertThat(figures.traffic().requests()).isEqualTo(2);
    assertThat(figures.kinds())
        .singleElement()
        .satisfies(kind -> assertThat(kind.complete()).isEqualTo(1))
        .satisfies(kind -> assertThat(kind.failed()).isEqualTo(1));
    assertThat(figures.exchanges().shown())
        .extracting(ExchangeFigures::record)
        .containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void ofManySomeAreShownFromAllOfTheRun() {
    for (int i = 0; i < 10_000; i++) {
      report.add(ResourceKind.FRAME, Outcome.COMPLETE, exchange(200, 1000));
    }
    ReportFigures figures = report.figures("test", "http://pacs/");

    assertThat(figures.exchanges().total()).isEqualTo(10_000);
    assertThat(figures.exchanges().shown()).hasSize(ExchangeSelection.MOST);
    assertThat(figures.exchanges().shown())
        .anyMatch(exchange -> Integer.parseInt(exchange.record()) > 9_000);
  }

  private static Exchange exchange(int status, long bytes) {
    Duration took = Duration.ofMillis(3);
    return new Exchange(
        new Request(URI.create("http://pacs/studies/1/metadata"), Headers.NONE),
        new ResponseHead("HTTP/1.1", status, "", Headers.NONE),
        Instant.EPOCH,
        new Timings(null, null, null, null, took, took, took),
        null,
        bytes,
        status == 200 ? null : new Problem(Problem.Kind.STATUS, "503"),
        List.of());
  }
}
