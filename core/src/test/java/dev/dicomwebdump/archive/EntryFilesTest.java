package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFilesTest {

  @ParameterizedTest
  @CsvSource({
    "s/metadata,       s/metadata",
    "f/7,              f/7",
    "f/7.error,        f/7.error f/7",
    "f/7.partial,      f/7.partial f/7",
    "f/7.bin,          f/7.bin f/7",
    "f/7.2.bin,        f/7.2.bin f/7.2 f/7",
    "f/7.02.bin,       f/7.02.bin f/7.02",
    "f/7.binx,         f/7.binx",
    "s/metadata.pretty.json, s/metadata.pretty.json s/metadata",
  })
  void aFileMayBelongToEachEntryThatCouldNameIt(String path, String owners) {
    assertThat(EntryFiles.mayOwn(path))
        .extracting(EntryFiles::body)
        .containsExactly(owners.split(" "));
  }

  @Test
  void aRecordLeadsToItsFiles() {
    EntryFiles files = new EntryFiles("s/_/1.2");

    assertThat(EntryFiles.isRecord(files.record())).isTrue();
    assertThat(EntryFiles.isRecord(files.payload())).isFalse();
    assertThat(EntryFiles.ofRecord(files.record())).isEqualTo(files).hasSameHashCodeAs(files);
    assertThat(EntryFiles.ofRecord(files.record())).isNotEqualTo(new EntryFiles("s/_/1.3"));
  }

  @ParameterizedTest
  @CsvSource({
    "s/series/r/_/r,                   s/series/r/_/r.1.bin,             r.1.bin",
    "s/series/r/_/r,                   s/series/r/instances/i/_/i.bin,   series/r/instances/i/_/i.bin",
    "s/_/s,                            s/series/r/instances/i/_/i.bin,   series/r/instances/i/_/i.bin",
    "s/series/r/instances/i/frames/1-2, s/series/r/instances/i/frames/1.bin, 1.bin",
  })
  void aRecordNamesFilesBesideItAndInItsStudy(String body, String path, String told) {
    EntryFiles files = new EntryFiles(body);

    assertThat(files.told(path)).isEqualTo(told);
    assertThat(files.named(told)).isEqualTo(path);
  }
}
