package dev.dicomwebdump.replay.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PatientName=doe*            | true",
        "PatientName=Doe%5EJ?hn      | true",
        "PatientName=Doe             | false",
        "00100010=DOE%5EJOHN         | true",
        "StudyDate=20240101-20241231 | true",
        "StudyDate=-20231231         | false",
        "StudyDate=20240615          | true",
        "PatientID=                  | true",
        "PatientID=7                 | false",
        "limit=3&offset=1            | true"
      })
  void valuesMatch(String query, boolean fits) {
    Matching matching = Objects.requireNonNull(Matching.of(Query.of(query)));

    assertThat(
            matching.fits(
                Map.of("00100010", attribute("Doe^John"), "00080020", attribute("20240615"))))
        .isEqualTo(fits);
  }

  @Test
  void anAttributeThatIsNotKnownIsNoSearch() {
    assertThat(Matching.of(Query.of("Colour=red"))).isNull();
  }

  private static ScannedDataset.Attribute attribute(String value) {
    return new ScannedDataset.Attribute("{}", List.of(value));
  }
}
