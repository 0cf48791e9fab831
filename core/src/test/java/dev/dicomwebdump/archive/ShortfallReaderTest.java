package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.AttributePath;
import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortfallReaderTest {

  private static final Uid UID = new Uid("2.999.1");
  private static final Problem PROBLEM = new Problem(Problem.Kind.STATUS, "500 Server Error");

  @Test
  void whatIsWrittenIsRead(@TempDir Path folder) throws IOException {
    List<Shortfall> all =
        List.of(
            Shortfall.pending(Resource.studyMetadata(UID)),
            Shortfall.failed(Resource.seriesMetadata(UID, UID), Outcome.FAILED, PROBLEM, 500),
            Shortfall.pending(Resource.instanceMetadata(UID, UID, UID)),
            Shortfall.failed(Resource.frame(UID, UID, UID, 7), Outcome.INCOMPLETE, PROBLEM, 200),
            Shortfall.pendingFrames(Resource.frame(UID, UID, UID, 8), Integer.MAX_VALUE),
            Shortfall.pending(Resource.instance(UID, UID, UID)),
            Shortfall.pending(Resource.studyInstances(UID)),
            Shortfall.pending(Resource.renderedFrame(UID, UID, UID, 3)),
            Shortfall.pending(
                Resource.bulkdata(
                    UID,
                    UID,
                    UID,
                    new BulkValue(
                        new AttributePath("00420011"), "b", URI.create("http://a/b"), null))));
    Path list = folder.resolve("list");
    try (ShortfallFile file = new ShortfallFile(list, Permissions.UMASK)) {
      all.forEach(file::add);
      file.finish();
    }

    try (ShortfallReader reader = ShortfallReader.open(list)) {
      assertThat(rest(reader)).isEqualTo(all);
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 7, 7, 1", "5-12, 5, 12, 8", "1-2147483647, 1, 2147483647, 2147483647"})
  void framesAreARange(String frames, int first, int last, long count) throws IOException {
    Shortfall read = rest(reader(frameLine(frames))).get(0);

    assertThat(read.first()).isEqualTo(Resource.frame(UID, UID, UID, first));
    assertThat(read.lastFrame()).isEqualTo(last);
    assertThat(read.resources()).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({"0", "5-4", "-1", "1-", "1-2-3", "x", "2147483648", "1-99999999999", "''"})
  void framesThatAreNoRangeAreRefused(String frames) {
    assertThatThrownBy(() -> rest(reader(frameLine(frames))))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("line 1: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | not a JSON object",
        "{ | not JSON",
        "{} {} | goes on",
        "[] | not a JSON object",
        "{\"kind\":\"bulk\"} | kind is not known: bulk",
        "{\"kind\":\"frame\"} | study is missing",
        "{\"kind\":\"frame\",\"study\":\"../x\"} | not a UID",
        "{\"kind\":\"study-metadata\",\"study\":\"1\",\"series\":\"1\",\"instance\":null} | kind is not one that has such UIDs",
        "{\"kind\":\"series-metadata\",\"study\":\"1\",\"series\":null,\"instance\":null} | kind is not one that has such UIDs",
      })
  void aLineThatIsNoneIsToldByItsNumber(String line, String said) {
    String good = frameLine("1");

    assertThatThrownBy(() -> rest(reader(good + line + "\n" + good)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("line 2: ")
        .hasMessageContaining(said);
  }

  @Test
  void nothingLiesBelowAFrame() {
    String line = frameLine("1").replace("\"below\":false", "\"below\":true");

    assertThatThrownBy(() -> rest(reader(line))).hasMessageContaining("below");
  }

  @Test
  void aLineWithoutEndDoesNotFillTheMemory() {
    String line = " ".repeat(1 << 20);

    assertThatThrownBy(() -> rest(reader(line))).hasMessage("line 1: it is too long");
  }

  @Test
  void theLastLineNeedsNoNewline() throws IOException {
    assertThat(rest(reader(frameLine("1").strip()))).hasSize(1);
    assertThat(rest(reader(""))).isEmpty();
  }

  private static String frameLine(String frames) {
    return ("{\"kind\":\"frame\",\"study\":\"%1$s\",\"series\":\"%1$s\",\"instance\":\"%1$s\","
            + "\"frames\":\"%2$s\",\"below\":false,\"outcome\":\"pending\",\"problem\":null,"
            + "\"status\":0}\n")
        .formatted(UID, frames);
  }

  private static ShortfallReader reader(String text) {
    return new ShortfallReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Shortfall> rest(ShortfallReader reader) throws IOException {
    List<Shortfall> all = new ArrayList<>();
    for (Shortfall line = reader.next(); line != null; line = reader.next()) {
      all.add(line);
    }
    return all;
  }
}
