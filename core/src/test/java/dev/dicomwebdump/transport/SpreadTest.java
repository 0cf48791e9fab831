package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # told, in flight, waits in ms, connections
          -, 8,  -,       1
          -, 8,  50,      4
          -, 8,  20 300,  4
          -, 8,  50 19,   1
          -, 8,  19 50,   1
          -, 3,  50,      3
          -, 1,  50,      1
          1, 8,  50,      1
          6, 8,  50,      6
          6, 8,  1,       6
          6, 1,  -,       6
          """)
  void moreConnectionsAreForFarServers(
      @Nullable Integer told, int inFlight, @Nullable String waits, int connections) {
    Spread spread = Spread.of(settings(told, inFlight));
    if (waits != null) {
      for (String wait : waits.split(" ", -1)) {
        spread.waited(Duration.ofMillis(Long.parseLong(wait)));
      }
    }

    assertThat(spread.connections()).isEqualTo(connections);
    assertThat(spread.most()).isGreaterThanOrEqualTo(connections);
  }

  @Test
  void whatDidNotAnswerTellsNothing() {
    Spread spread = Spread.of(settings(null, 8));
    spread.waited(null);

    assertThat(spread.connections()).isEqualTo(1);
  }

  private static TransportSettings settings(@Nullable Integer told, int inFlight) {
    return new TransportSettingsBuilder().connections(inFlight).http2Connections(told).build();
  }
}
