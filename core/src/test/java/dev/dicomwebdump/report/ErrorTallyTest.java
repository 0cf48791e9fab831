package dev.dicomwebdump.report;

import static dev.dicomwebdump.report.Exchanges.exchange;
import static dev.dicomwebdump.report.Exchanges.timings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Repetition;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTallyTest {

  private final ErrorTally tally = new ErrorTally();

  private void add(
      String record, Problem problem, @Nullable Repetition next, @Nullable Outcome outcome) {
    Exchange exchange = exchange(0, 500, timings(1, 1), 0).withProblem(problem);
    tally.add(new Told(ResourceKind.FRAME, 1, exchange, next, outcome, record));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRUNCATED | 5 of 10 bytes came                        | # of # bytes came",
        "CONNECT   | cannot connect to 192.0.2.1:8042          | cannot connect to #",
        "UID       | it is of 1.2.840.99.1, and not of 1.2.3   | it is of #, and not of #",
        "STATUS    | 503 Service Unavailable                   | 503 Service Unavailable",
        "TIMEOUT   | no byte for 60 s                          | no byte for # s",
      })
  void whatDiffersFromCaseToCaseIsLeftOut(Problem.Kind kind, String message, String pattern) {
    add("r", new Problem(kind, message), null, Outcome.FAILED);

    assertThat(tally.figures())
        .containsExactly(new ErrorFigures(kind, pattern, 1, 1, List.of("r")));
  }

  @Test
  void whatWasMendedIsCountedAsExchangesOnly() {
    Problem problem = new Problem(Problem.Kind.TRUNCATED, "5 of 10 bytes came");
    add("b", problem, Repetition.RETRY, null);
    add("b", problem, null, Outcome.INCOMPLETE);
    add("a", problem, null, Outcome.UNSUPPORTED);

    assertThat(tally.figures())
        .containsExactly(
            new ErrorFigures(Problem.Kind.TRUNCATED, "# of # bytes came", 3, 1, List.of("a", "b")));
  }

  @Test
  void aRedirectThatWasFollowedIsNoError() {
    Problem redirected = new Problem(Problem.Kind.STATUS, "302 Found");
    add("r", redirected, Repetition.REDIRECT, null);
    assertThat(tally.figures()).isEmpty();

    add("r", redirected, null, Outcome.FAILED);
    assertThat(tally.figures()).hasSize(1);
  }

  @Test
  void theMostFrequentComesFirst() {
    add("r", new Problem(Problem.Kind.STATUS, "500 a"), null, Outcome.FAILED);
    add("r", new Problem(Problem.Kind.STATUS, "503 b"), Repetition.RETRY, null);
    add("r", new Problem(Problem.Kind.STATUS, "503 b"), null, Outcome.FAILED);

    assertThat(tally.figures()).extracting(ErrorFigures::message).containsExactly("503 b", "500 a");
  }

  @Test
  void fewRecordsAreNamedAndFewMessages() {
    for (int i = 0; i < 1000; i++) {
      String letters = Integer.toString(i, 36).replaceAll("[0-9]", "x") + "y".repeat(i % 40);
      add("r" + i, new Problem(Problem.Kind.PROTOCOL, letters), null, Outcome.FAILED);
      add("s" + i, new Problem(Problem.Kind.TLS, "no"), null, Outcome.FAILED);
    }
    List<ErrorFigures> figures = tally.figures();

    assertThat(figures).hasSizeBetween(Groups.MOST, Groups.MOST + 2);
    assertThat(figures).allMatch(error -> error.records().size() <= ErrorFigures.MOST_RECORDS);
    assertThat(figures).extracting(ErrorFigures::message).contains(ErrorFigures.OTHERS);
    assertThat(figures.stream().mapToLong(ErrorFigures::exchanges).sum()).isEqualTo(2000);
    assertThat(figures.stream().filter(error -> error.problem() == Problem.Kind.TLS))
        .containsExactly(
            new ErrorFigures(
                Problem.Kind.TLS, "no", 1000, 1000, List.of("s0", "s1", "s10", "s100", "s101")));
  }
}
