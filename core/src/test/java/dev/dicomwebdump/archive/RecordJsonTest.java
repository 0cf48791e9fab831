package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordJsonTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode encoded(DumpRecord record) throws IOException {
    return MAPPER.readTree(RecordJson.encode(record));
  }

  static Stream<DumpRecord> records() {
    return Samples.records();
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordIsAsTheSchemaSays(DumpRecord record) {
    byte[] bytes = RecordJson.encode(record);

    assertThat(Schemas.RECORD.errors(bytes)).isEmpty();
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .startsWith("{\n  \"startedDateTime\": \"2026-11-23T04:05:06.007Z\",\n")
        .endsWith("}\n");
  }

  /** Each is one change that makes the record of a cut frame wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"incomplete\"            | \"partly\"",
        "\"incomplete\"            | \"complete\"",
        "\"kind\": \"frame\"       | \"kind\": \"instance\"",
        "\"kind\": \"frame\"       | \"kind\": \"bulk\"",
        "\"kind\": \"truncated\"   | \"kind\": \"cut\"",
        "\"frames\": [1]           | \"frames\": [0]",
        "\"frames\": [1]           | \"frames\": []",
        "\"version\": 1            | \"version\": 2",
        "\"study\": \"1.2.3\"      | \"study\": \"../x\"",
        "\"study\": \"1.2.3\"      | \"study\": null",
        "\"series\": \"1.2.3.4\"   | \"series\": null",
        "\"file\": \"1.partial\"   | \"file\": \"../1\"",
        "\"sha256\": \"0123        | \"sha256\": \"X123",
        "\"sha256\": null          | \"sha256\": \"\"",
        "\"closed\": false         | \"closed\": 0",
        "\"offset\": 117           | \"offset\": -1",
        "\"notes\":                | \"remarks\":",
        "\"earlier\": []           | \"earlier\": [{}]",
        "\"earlier\": []           | \"earlier\": [], \"extra\": 1",
        "\"cache\": {}             | \"cache\": {\"x\": 1}",
        "\"cache\": {}             | \"cache\": {}, \"_other\": 1",
        "\"ssl\": 9.000            | \"ssl\": -2",
        "\"wait\": 250.000         | \"wait\": -1",
        "\"status\": 200           | \"status\": 0",
        "\"statusText\": \"\"      | \"statusText\": null",
        "\"connection\": \"50123\" | \"connection\": 50123",
        "06.007Z                   | 06Z",
      })
  void aWrongRecordIsRefused(String right, String wrong) {
    String text = new String(RecordJson.encode(Samples.multipart()), StandardCharsets.UTF_8);
    text = text.replace("[ ", "[").replace(" ]", "]");

    assertThat(Schemas.RECORD.errors(text)).isEmpty();
    assertThat(text).contains(right);
    assertThat(Schemas.RECORD.errors(text.replace(right, wrong))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"CRC32C, 0a1b2c3d, crc32c:0a1b2c3d", "NONE, '', none"})
  void anotherDigestStandsInPlaceOfTheSha256(DigestKind kind, String hex, String told)
      throws IOException {
    JsonNode dicomweb = encoded(Samples.multipart(new ContentDigest(kind, hex))).get("_dicomweb");

    assertThat(dicomweb.at("/body/sha256").isNull()).isTrue();
    assertThat(dicomweb.at("/body/digest").textValue()).isEqualTo(told);
    assertThat(dicomweb.at("/multipart/parts/0/sha256").isNull()).isTrue();
    assertThat(dicomweb.at("/multipart/parts/0/digest").textValue()).isEqualTo(told);
    assertThat(dicomweb.at("/multipart/parts/1").has("digest")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("records")
  void aSha256IsTheOnlyDigestThatItsRecordTells(DumpRecord record) {
    if (record.body() != null && record.body().digest().kind() == DigestKind.SHA256) {
      assertThat(new String(RecordJson.encode(record), StandardCharsets.UTF_8))
          .doesNotContain("\"digest\"");
    }
  }

  @Test
  void timesAreMillisecondsAndTheirSumLeavesTlsOut() throws IOException {
    JsonNode entry = encoded(Samples.complete());

    assertThat(entry.get("timings").toString())
        .isEqualTo(
            "{\"blocked\":1.0,\"dns\":-1,\"connect\":12.345,\"ssl\":9.0,\"send\":0.001,"
                + "\"wait\":250.0,\"receive\":0.0}");
    assertThat(entry.get("time").decimalValue()).isEqualByComparingTo("263.346");
  }

  @Test
  void aRequestThatGotNoResponseHasOne() throws IOException {
    JsonNode entry = encoded(Samples.withoutResponse());

    assertThat(entry.get("response").toString())
        .isEqualTo(
            "{\"status\":0,\"statusText\":\"\",\"httpVersion\":\"\",\"cookies\":[],\"headers\":[],"
                + "\"content\":{\"size\":0,\"mimeType\":\"x-unknown\"},\"redirectURL\":\"\","
                + "\"headersSize\":-1,\"bodySize\":-1}");
    assertThat(entry.get("timings").toString())
        .isEqualTo(
            "{\"blocked\":-1,\"dns\":-1,\"connect\":-1,\"ssl\":-1,\"send\":0,\"wait\":0,"
                + "\"receive\":0}");
    assertThat(entry.has("connection")).isFalse();
    assertThat(entry.at("/_dicomweb/body").isNull()).isTrue();
  }

  @Test
  void theQueryIsDecodedInOrder() throws IOException {
    assertThat(encoded(Samples.complete()).at("/request/queryString").toString())
        .isEqualTo(
            "[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"x y z\"},"
                + "{\"name\":\"a\",\"value\":\"\u00e4\"},{\"name\":\"empty\",\"value\":\"\"}]");
  }

  @Test
  void headersKeepOrderCaseDuplicatesAndOddBytes() throws IOException {
    JsonNode headers = encoded(Samples.oddHeaders()).at("/response/headers");

    assertThat(headers)
        .extracting(header -> header.get("name").asText() + "=" + header.get("value").asText())
        .containsExactly("X-Name=M\u00fcller\u0080", "x-name=\u0007 tab\there", "X-Name=");
  }

  @Test
  void earlierExchangesAreEntriesWithTheirProblem() throws IOException {
    JsonNode earlier = encoded(Samples.withEarlier()).at("/_dicomweb/earlier");

    assertThat(earlier)
        .extracting(entry -> entry.at("/response/status").asInt())
        .containsExactly(0, 307, 406);
    assertThat(earlier)
        .extracting(entry -> entry.at("/_problem/kind").asText())
        .containsExactly("connect", "", "status");
    assertThat(earlier.get(1).at("/response/redirectURL").asText())
        .isEqualTo("https://other.example/x?sig=REDACTED");
    assertThat(earlier.get(1).at("/response/content/size").asInt()).isEqualTo(12);
    assertThat(earlier.get(2).at("/response/content/size").asInt()).isEqualTo(-1);
    assertThat(earlier.get(2).at("/response/bodySize").asInt()).isEqualTo(12);
  }

  @Test
  void aTextThatWasCutInACharacterCostsAQuestionMark() throws IOException {
    JsonNode earlier = encoded(Samples.withEarlier()).at("/_dicomweb/earlier");

    assertThat(earlier.get(2).at("/response/content/text").asText())
        .isEqualTo("try \"*/*\"\n\u0000?");
  }

  @Test
  void partsAndTransferSyntaxesAreWrittenAsTheyCame() throws IOException {
    JsonNode dicomweb = encoded(Samples.multipart()).get("_dicomweb");

    assertThat(dicomweb.at("/resource").toString())
        .isEqualTo(
            "{\"kind\":\"frame\",\"study\":\"1.2.3\",\"series\":\"1.2.3.4\","
                + "\"instance\":\"1.2.3.4.5\",\"frames\":[1],"
                + "\"attribute\":null,\"page\":null,\"uri\":\"http://pacs.example/frames/1\"}");
    assertThat(dicomweb.at("/body/bytes").asLong()).isEqualTo((1L << 42) + 400);
    assertThat(dicomweb.at("/multipart/parts/1").toString())
        .isEqualTo(
            "{\"headers\":[],\"offset\":4398046511404,\"length\":0,\"file\":null,"
                + "\"sha256\":null}");
    assertThat(dicomweb.at("/transferSyntax").toString())
        .isEqualTo(
            "{\"asked\":\"*\",\"header\":null,\"parts\":[\"1.2.840.10008.1.2.4.80\",null],"
                + "\"file\":\"1.2.840.10008.1.2.1\"}");
  }

  @Test
  void aRecordThatContradictsItselfCannotBeMade() {
    Resource resource = Resource.studyMetadata(Samples.STUDY);
    Exchange exchange = Samples.answered(200).after(Samples.unanswered());

    assertThatThrownBy(() -> record(resource, Outcome.FAILED, exchange, List.of("x")))
        .hasMessageContaining("failed with the problem null");
    assertThatThrownBy(() -> record(resource, Outcome.COMPLETE, exchange, List.of()))
        .hasMessageContaining("error text");
  }

  private static DumpRecord record(
      Resource resource, Outcome outcome, Exchange exchange, List<String> texts) {
    return new DumpRecord(
        resource, "u", outcome, null, List.of(), null, null, List.of(), null, exchange, 0, null,
        texts);
  }
}
