package dev.dicomwebdump.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Any text at all, as a Retry-After. */
class RetryAfterFuzzTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @FuzzTest(maxDuration = "2m")
  void anyTextIsATimeThatCanBeCountedOrNone(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    Duration wait = RetryAfter.read(new Headers(List.of(new Header("Retry-After", text))), NOW);

    assertThat(wait == null || (!wait.isNegative() && wait.toNanos() >= 0)).isTrue();
  }
}
