package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSpanTest {

  private static final Resource INSTANCE =
      Resource.instanceMetadata(new Uid("1"), new Uid("2"), new Uid("3"));

  @ParameterizedTest
  @CsvSource({"1-2, 1, 2", "9-10, 9, 10", "2147483646-2147483647, 2147483646, 2147483647"})
  void theNameOfARecordTellsItsFrames(String name, int first, int last) {
    FrameSpan span = FrameSpan.ofRecord(name + ".dump.json");

    assertThat(span).isEqualTo(new FrameSpan(first, last));
    assertThat(new FrameSpan(first, last).recordName()).isEqualTo(name + ".dump.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7.dump.json",
        "7-7.dump.json",
        "8-7.dump.json",
        "0-7.dump.json",
        "1-02.dump.json",
        "1-2",
        "1-2.bin",
        "1-2.dump.json.tmp",
        "1-70000.dump.json",
        "1-2147483648.dump.json",
        "9999999999-9999999999.dump.json",
        "1-2-3.dump.json"
      })
  void otherNamesTellNone(String name) {
    assertThat(FrameSpan.ofRecord(name)).isNull();
  }

  @Test
  void theSpansOfAnInstanceAreFoundInOrder(@TempDir Path temp) {
    ArchiveFolder folder = ArchiveFolder.open(temp, Permissions.UMASK, warning -> {});
    assertThat(FrameSpan.in(folder, INSTANCE)).isEmpty();
    for (String name : new String[] {"11-20", "1-10", "1-3", "7", "21-30.x"}) {
      folder.write(Layout.framesFolder(INSTANCE) + "/" + name + ".dump.json", new byte[0]);
    }

    assertThat(FrameSpan.in(folder, INSTANCE))
        .containsExactly(new FrameSpan(1, 3), new FrameSpan(1, 10), new FrameSpan(11, 20));
    FrameSpan span = new FrameSpan(11, 20);
    assertThat(Layout.filesOf(span.of(INSTANCE)).record())
        .isEqualTo(Layout.framesFolder(INSTANCE) + "/" + span.recordName());
    assertThat(span.has(10)).isFalse();
    assertThat(span.has(11)).isTrue();
    assertThat(span.has(20)).isTrue();
    assertThat(span.has(21)).isFalse();
  }
}
