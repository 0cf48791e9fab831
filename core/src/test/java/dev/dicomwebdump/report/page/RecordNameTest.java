package dev.dicomwebdump.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordNameTest {

  @ParameterizedTest
  @CsvSource({
    "1.2/metadata.dump.json,                                              1.2/metadata",
    "1.2/series/1.2.3/metadata.dump.json,                                 1.2.3/metadata",
    "1.2/series/1.2.3/instances/1.2.840.113619.2.30/frames/7.dump.json,   …619.2.30/frames/7",
    "1.2/series/1.2.3/instances/1.2.840.113619.2.30/_/1.2.840.113619.2.30.dump.json, …619.2.30/…619.2.30",
    "_dump/qido/studies.1.dump.json,                                      _dump/qido/studies.1",
  })
  void sayWhatARecordIsOf(String record, String brief) {
    assertThat(RecordName.brief(record)).isEqualTo(brief);
  }
}
