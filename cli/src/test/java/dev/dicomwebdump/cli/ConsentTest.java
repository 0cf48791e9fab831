package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.fetch.FetchSettings;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.stress.Load;
import dev.dicomwebdump.stress.Mix;
import dev.dicomwebdump.stress.Pattern;
import dev.dicomwebdump.stress.Rate;
import dev.dicomwebdump.stress.StressSettings;
import dev.dicomwebdump.transport.TransportSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, , true, false",
    "127.8.9.1, , true, false",
    "[::1], , true, false",
    "localhost, , true, false",
    "192.0.2.1, , false, true",
    "192.0.2.1, y, true, true",
    "192.0.2.1, ' Yes ', true, true",
    "192.0.2.1, n, false, true",
    "192.0.2.1, '', false, true",
    "192.0.2.1, yesterday, false, true",
    "[2001:db8::1], y, true, true",
  })
  void onlyAnotherHostNeedsAYes(
      String host, @Nullable String answer, boolean given, boolean asked) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, false, 80);
    Surroundings around = new Surroundings(Map.of(), user -> null, question -> answer);

    assertThat(new Consent(terminal, around).isGiven(settings(host))).isEqualTo(given);
    assertThat(said.toString(StandardCharsets.UTF_8).contains("200.0/s, up to 8 requests"))
        .isEqualTo(asked);
  }

  private static StressSettings settings(String host) {
    Duration time = Duration.ofSeconds(10);
    return new StressSettings(
        DicomWebRoot.parse("http://" + host + "/dicom-web"),
        List.of(new Uid("1.2.3")),
        null,
        new Load(8, new Rate(200, 200), false, time, time, 1000),
        Mix.NONE,
        Pattern.LIST,
        1,
        FetchSettings.DEFAULTS,
        TransportSettings.DEFAULTS,
        null,
        "test");
  }
}
