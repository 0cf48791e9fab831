package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the dump itself can throw is in {@link MainTest}. */
class ExitCodeTest {

  @ParameterizedTest
  @CsvSource({"COMPLETE, 0", "FAILED, 1", "INCOMPLETE, 3"})
  void theVerdictDecides(DumpVerdict verdict, int code) {
    assertThat(ExitCode.of(Results.of(verdict)).number()).isEqualTo(code);
  }

  @Test
  void whatEndsTheRunHasItsCode() {
    assertThat(ExitCode.of(new OutputException("cannot write", new IOException())).number())
        .isEqualTo(5);
    assertThat(ExitCode.of(new IllegalStateException()).number()).isEqualTo(70);
    assertThat(ExitCode.of(new InterruptedException()).number()).isEqualTo(70);
  }
}
