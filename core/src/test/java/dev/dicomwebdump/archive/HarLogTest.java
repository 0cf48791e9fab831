package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HarLogTest {

  private static final Resource METADATA = Resource.studyMetadata(Samples.STUDY);
  private static final String PLACE = "1.2.3/metadata";

  @TempDir private Path folder;

  private void write(DumpRecord record) throws IOException {
    write(Layout.filesOf(record.resource()).record(), RecordJson.encode(record));
  }

  private void write(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Metadata with that content, whose record tells that type and coding. */
  private void metadata(byte[] body, String... headers) throws IOException {
    Exchange exchange = Samples.answered(200, headers);
    write(Samples.record(METADATA, exchange));
    write(PLACE, body);
  }

  private static List<JsonNode> entries(Path folder, boolean bodies) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HarLog(folder, "dicomweb-dump", "1.2.3", bodies).writeTo(out);
    assertThat(Schemas.HAR.errors(out.toByteArray())).isEmpty();
    JsonNode log = new ObjectMapper().readTree(out.toByteArray()).get("log");
    assertThat(log.at("/creator/version").textValue()).isEqualTo("1.2.3");
    return List.copyOf(log.get("entries").valueStream().toList());
  }

  private JsonNode contentOfOne() throws IOException {
    List<JsonNode> entries = entries(folder, true);
    assertThat(entries).hasSize(1);
    return entries.get(0).at("/response/content");
  }

  @ParameterizedTest
  @MethodSource("dev.dicomwebdump.archive.Samples#records")
  void anyRecordMakesEntriesThatKeepToTheStandard(DumpRecord record) throws IOException {
    write(record);

    for (boolean bodies : new boolean[] {false, true}) {
      assertThat(entries(folder, bodies)).hasSize(1 + record.exchange().earlier().size());
    }
  }

  @Test
  void eachExchangeIsAnEntryInTheOrderInWhichTheyWereMade() throws IOException {
    write(Samples.withEarlier());

    List<JsonNode> entries = entries(folder, false);

    assertThat(entries)
        .extracting(entry -> entry.at("/response/status").intValue())
        .containsExactly(0, 307, 406, 200);
    assertThat(entries.get(2).at("/_problem/kind").textValue()).isEqualTo("status");
    assertThat(entries.get(2).at("/response/content/text").textValue()).startsWith("try");
    assertThat(entries.get(3).at("/_dicomweb/resource/kind").textValue())
        .isEqualTo("instance-metadata");
    assertThat(entries.get(3).get("_dicomweb").has("earlier")).isFalse();
  }

  @Test
  void recordsOfAllStudiesAndSearchesAreIn() throws IOException {
    write(Samples.complete());
    write(Samples.unsupported());
    write(Samples.record(Resource.studiesSearch(Samples.page()), Samples.answered(200)));
    write(PLACE + ".1.dump.json", RecordJson.encode(Samples.complete()));

    assertThat(entries(folder, false)).hasSize(4);
  }

  @Test
  void whatCannotBeReadIsCountedAndNamed() throws IOException {
    write(Samples.complete());
    write("1.2.3/broken.dump.json", "[]".getBytes(UTF_8));

    HarLog log = new HarLog(folder, "p", "1", false);

    assertThat(log.writeTo(OutputStream.nullOutputStream()))
        .isEqualTo(
            new HarLog.Written(
                1,
                new Unread(
                    1,
                    List.of(
                        new Unread.Entry(
                            "1.2.3/broken.dump.json", "is no record: it is not a JSON object")))));
  }

  @Test
  void bodiesAreLeftOutUnlessWanted() throws IOException {
    metadata("[]".getBytes(UTF_8), "Content-Type", "application/dicom+json");

    assertThat(entries(folder, false).get(0).at("/response/content").has("text")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"application/dicom+json", "text/plain; charset=utf-8", "application/xml"})
  void textIsWrittenAsText(String type) throws IOException {
    String text = "\"M\u00fcller\"\n\u0001 \ud83d\ude00";
    metadata(text.getBytes(UTF_8), "Content-Type", type);

    assertThat(contentOfOne().get("text").textValue()).isEqualTo(text);
    assertThat(contentOfOne().has("encoding")).isFalse();
  }

  /** Wherever the reader's buffers end, there is a pair across it. */
  @ParameterizedTest
  @CsvSource({"0", "1"})
  void longTextWithPairsIsWrittenWhole(int before) throws IOException {
    String text = "x".repeat(before) + "\ud83d\ude00".repeat(50_000);
    metadata(text.getBytes(UTF_8), "Content-Type", "application/dicom+json");

    assertThat(contentOfOne().get("text").textValue()).isEqualTo(text);
  }

  @Test
  void whatIsNoTextOrNoUtf8IsBase64() throws IOException {
    byte[] bytes = {(byte) 0xff, 0, 1, 2};
    for (String type : List.of("application/dicom+json", "application/octet-stream")) {
      metadata(bytes, "Content-Type", type);

      assertThat(contentOfOne().get("encoding").textValue()).isEqualTo("base64");
      assertThat(Base64.getDecoder().decode(contentOfOne().get("text").textValue()))
          .isEqualTo(bytes);
    }
  }

  @Test
  void contentIsDecoded() throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(coded)) {
      gzip.write("[1]".getBytes(UTF_8));
    }
    metadata(coded.toByteArray(), "Content-Type", "a/json", "Content-Encoding", "gzip");
    assertThat(contentOfOne().get("text").textValue()).isEqualTo("[1]");

    metadata("[1]".getBytes(UTF_8), "Content-Type", "a/json", "Content-Encoding", "gzip");
    assertThat(contentOfOne().has("text")).isFalse();
    assertThat(contentOfOne().get("comment").textValue()).startsWith("the body cannot be read: ");
  }

  @Test
  void aBodyThatIsGoneOrBehindALinkIsLeftOut() throws IOException {
    metadata("[]".getBytes(UTF_8), "Content-Type", "a/json");
    Files.delete(folder.resolve(PLACE));
    assertThat(contentOfOne().get("comment").textValue()).startsWith("the body cannot be read: ");

    Path elsewhere = Files.writeString(folder.resolve("secret"), "secret");
    Files.createSymbolicLink(folder.resolve(PLACE), elsewhere);
    assertThat(contentOfOne().has("text")).isFalse();
  }

  @Test
  void aBodyInPiecesIsPutTogether() throws IOException {
    write(Samples.unwrapped());
    String frames = "1.2.3/series/1.2.3.4/instances/1.2.3.4.5/frames/";
    write(frames + "1.bin", "abc".getBytes(UTF_8));
    write(frames + "2.bin", new byte[0]);

    byte[] body = Base64.getDecoder().decode(contentOfOne().get("text").textValue());
    assertThat(new String(body, UTF_8)).isEqualTo("--b\r\n\r\nabc\r\n--b\r\n\r\n\r\n--b--");

    Path study = folder.resolveSibling(folder.getFileName() + "-renamed");
    Files.move(folder.resolve("1.2.3"), study);
    assertThat(entries(study, true).get(0).at("/response/content/text").textValue())
        .isEqualTo(Base64.getEncoder().encodeToString(body));
  }

  @Test
  void whatWasNotKeptHasTheBeginningOfAnErrorAlone() throws IOException {
    write(Samples.unkept());
    assertThat(contentOfOne().has("text")).isFalse();

    Files.delete(folder.resolve(Layout.filesOf(Samples.unkept().resource()).record()));
    write(Samples.unkeptError());
    assertThat(contentOfOne().get("text").textValue()).isEqualTo("no \ud83d\ude00");
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    HarLog log = new HarLog(folder.resolve("none"), "p", "1", false);

    assertThatThrownBy(() -> log.writeTo(OutputStream.nullOutputStream()))
        .isInstanceOf(OutputException.class);
  }
}
