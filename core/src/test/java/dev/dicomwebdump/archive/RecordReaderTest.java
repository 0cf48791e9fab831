package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ContentDigest CRC32C = new ContentDigest(DigestKind.CRC32C, "0a1b2c3d");

  static Stream<DumpRecord> records() {
    return Samples.records();
  }

  @ParameterizedTest
  @MethodSource("records")
  void whatWasReadIsWrittenAsItWas(DumpRecord record) throws FormatException {
    byte[] written = RecordJson.encode(record);

    assertThat(RecordJson.encode(RecordReader.read(written))).isEqualTo(written);
  }

  static Stream<Resource> resources() {
    return Samples.resources();
  }

  @ParameterizedTest
  @MethodSource("resources")
  void aResourceOfEachKindIsReadBack(Resource resource) throws FormatException {
    byte[] written = RecordJson.encode(Samples.record(resource, Samples.answered(200)));
    DumpRecord read = RecordReader.read(written);

    assertThat(Schemas.RECORD.errors(written)).isEmpty();
    assertThat(read.resource()).isEqualTo(resource);
    assertThat(read.resource().address()).isEqualTo(resource.address());
    assertThat(RecordJson.encode(read)).isEqualTo(written);
  }

  @Test
  void thereIsAResourceOfEachKind() {
    assertThat(resources().map(Resource::kind)).contains(ResourceKind.values());
  }

  @Test
  void allThatARecordHoldsIsReadBack() throws FormatException {
    DumpRecord cut = Samples.multipart();
    DumpRecord read = RecordReader.read(RecordJson.encode(cut));

    assertThat(read).usingRecursiveComparison().ignoringFields("exchange.timings").isEqualTo(cut);
    assertThat(read.exchange().timings().dns()).isNull();
    assertThat(read.exchange().timings().connect()).hasNanos(12_345_000);
    assertThat(read.exchange().timings().receive()).isZero();
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordThatIsCutAnywhereIsNone(DumpRecord record) {
    byte[] written = RecordJson.encode(record);

    for (int length = 0; length < written.length - 2; length++) {
      byte[] cut = Arrays.copyOf(written, length);
      assertThatThrownBy(() -> RecordReader.read(cut)).isInstanceOf(FormatException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordThatLacksAMemberWhichTheSchemaRequiresIsNone(DumpRecord record) throws IOException {
    JsonNode whole = MAPPER.readTree(RecordJson.encode(record));

    for (Lacking lacking : Lacking.allOf(whole)) {
      byte[] bytes = MAPPER.writeValueAsBytes(lacking.document());
      if (!Schemas.RECORD.errors(bytes).isEmpty()) {
        assertThatThrownBy(() -> RecordReader.read(bytes))
            .as(lacking.member())
            .isInstanceOf(FormatException.class);
      }
    }
  }

  @Test
  void membersThatAreNotKnownAreIgnored() throws IOException {
    byte[] written = RecordJson.encode(Samples.multipart());
    JsonNode document = MAPPER.readTree(written);
    for (JsonNode object : Lacking.objectsOf(document)) {
      ((ObjectNode) object).putArray("later").add(1).addNull().addObject().put("x", true);
    }

    assertThat(RecordJson.encode(RecordReader.read(MAPPER.writeValueAsBytes(document))))
        .isEqualTo(written);
  }

  /** Each is one change that makes the record of a cut frame wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"incomplete\"            | \"partly\"                 | _dicomweb.outcome is not known",
        "\"incomplete\"            | \"complete\"               | complete with the problem",
        "\"kind\": \"frame\"       | \"kind\": \"instance\"     | members do not fit its kind",
        "\"kind\": \"frame\"       | \"kind\": \"study-metadata\" | members do not fit its kind",
        "\"kind\": \"truncated\"   | \"kind\": \"cut\"          | problem.kind is not known",
        "\"frames\": [1]           | \"frames\": [0]            | resource.frames is less than 1",
        "\"frames\": [1]           | \"frames\": [4294967297]   | a value is not good",
        "\"frames\": [1]           | \"frames\": []             | members do not fit its kind",
        "\"version\": 1            | \"version\": 2             | _dicomweb.version is not 1",
        "\"study\": \"1.2.3\"      | \"study\": \"../x\"        | not a UID",
        "\"study\": \"1.2.3\"      | \"study\": null            | members do not fit its kind",
        "\"series\": \"1.2.3.4\"   | \"series\": null           | members do not fit its kind",
        "\"file\": \"1.partial\"   | \"file\": \"../1\"         | body.file is not of its form",
        "\"file\": \"1.1.bin\"     | \"file\": \"/etc/passwd\"  | parts.file is not of its form",
        "\"file\": \"1.1.bin\"     | \"file\": null             | parts.sha256 is not there exactly",
        "\"sha256\": \"0123        | \"sha256\": \"X123         | body.sha256 is not of its form",
        "\"closed\": false         | \"closed\": 0              | multipart.closed is not true or",
        "\"offset\": 117           | \"offset\": -1             | parts.offset is less than 0",
        "\"offset\": 117           | \"offset\": 1e99           | parts.offset is not a whole number",
        "\"offset\": 117           | \"offset\": 1.5            | parts.offset is not a whole number",
        "\"earlier\": []           | \"earlier\": [1]           | earlier is not an object",
        "\"ssl\": 9.000            | \"ssl\": 1e999999999       | a value is not good",
        "\"ssl\": 9.000            | \"ssl\": null              | timings.ssl is not a number",
        "\"connection\": \"50123\" | \"connection\": \"x\"      | a value is not good",
        "2026-11-23T04:05:06.007Z  | yesterday                  | a value is not good",
        "https://pacs.example      | :                          | a value is not good",
      })
  void aWrongRecordIsNone(String right, String wrong, String why) {
    String text = new String(RecordJson.encode(Samples.multipart()), UTF_8);
    text = text.replace("[ ", "[").replace(" ]", "]");

    assertThat(text).contains(right);
    String changed = text.replaceFirst(Pattern.quote(right), wrong);
    assertThatThrownBy(() -> RecordReader.read(changed.getBytes(UTF_8)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(why);
  }

  /** Each makes a digest that is no SHA-256 wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"crc32c:0a1b2c3d\" | \"crc32c:0A1B2C3D\" | digest is not of its form",
        "\"crc32c:0a1b2c3d\" | \"md5:0a1b2c3d\"    | digest is not of its form",
        "\"crc32c:0a1b2c3d\" | 7                     | digest is not a string",
        "\"crc32c:0a1b2c3d\" | null                  | sha256 is not",
        "\"digest\"          | \"other\"           | sha256 is not",
        "\"file\": \"1.1.bin\" | \"file\": null  | parts.sha256 is not there exactly",
        "\"sha256\": null    | \"sha256\": \"%s\" | digest is not of its form, or beside",
      })
  void aWrongDigestIsNone(String right, String wrong, String why) {
    String text = new String(RecordJson.encode(Samples.multipart(CRC32C)), UTF_8);
    String changed = text.replaceFirst(Pattern.quote(right), wrong.formatted(Samples.SHA));

    assertThat(changed).isNotEqualTo(text);
    assertThat(Schemas.RECORD.errors(changed.getBytes(UTF_8))).isNotEmpty();
    assertThatThrownBy(() -> RecordReader.read(changed.getBytes(UTF_8)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aDigestOfNullIsNoneBesideTheSha256() throws IOException {
    byte[] written = RecordJson.encode(Samples.multipart());
    ObjectNode document = (ObjectNode) MAPPER.readTree(written);
    ((ObjectNode) document.at("/_dicomweb/body")).putNull("digest");
    ((ObjectNode) document.at("/_dicomweb/multipart/parts/1")).putNull("digest");
    byte[] told = MAPPER.writeValueAsBytes(document);

    assertThat(Schemas.RECORD.errors(told)).isEmpty();
    assertThat(RecordJson.encode(RecordReader.read(told))).isEqualTo(written);
  }

  /** Places of an instance's payload that lead elsewhere, or nowhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "series/1.2.3.4/instances/1.2.3.4.5/_/1.2.3.4.6.bin",
        "series/../instances/1.2.3.4.5/_/1.2.3.4.5.bin",
        "series/1.2.3.4/instances/../_/...bin",
        "../1.2.3/series/1.2.3.4/instances/1.2.3.4.5/_/1.2.3.4.5.bin",
        "/series/1.2.3.4/instances/1.2.3.4.5/_/1.2.3.4.5.bin",
        "series/1.2.3.4/instances/1.2.3.4.5/_/1.2.3.4.5",
        "series/1.2.3.4/instances/1.2.3.4.5/frames/1.bin",
        "series/a/b/instances/1.2.3.4.5/_/1.2.3.4.5.bin",
        "_dump/SHA256SUMS"
      })
  void aPayloadElsewhereThanAnInstancesIsNone(String place) {
    String text = new String(RecordJson.encode(Samples.manyInstances()), UTF_8);
    String right = "series/1.2.3.4/instances/1.2.3.4.5/_/1.2.3.4.5.bin";
    byte[] changed = text.replace(right, place).getBytes(UTF_8);

    assertThat(Schemas.RECORD.errors(changed)).isNotEmpty();
    assertThatThrownBy(() -> RecordReader.read(changed))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("parts.file is not of its form");
  }

  @Test
  void whichInstancesCameIsReadBack() throws FormatException {
    DumpRecord record = Samples.manyInstances();

    assertThat(Schemas.RECORD.errors(RecordJson.encode(record))).isEmpty();
    assertThat(RecordReader.read(RecordJson.encode(record)).instances())
        .isEqualTo(record.instances());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{} {}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "<html>",
        "{}x"
      })
  void whatIsNotOneJsonObjectIsNone(String text) {
    assertThatThrownBy(() -> RecordReader.read(text.getBytes(UTF_8)))
        .isInstanceOf(FormatException.class)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void jsonThatNestsWithoutEndIsNone() {
    byte[] deep = ("{\"_dicomweb\":" + "[".repeat(1_000_000)).getBytes(UTF_8);

    assertThatThrownBy(() -> RecordReader.read(deep)).isInstanceOf(FormatException.class);
  }

  /** A document without one of its members. */
  private record Lacking(String member, JsonNode document) {

    static List<Lacking> allOf(JsonNode whole) {
      List<Lacking> all = new ArrayList<>();
      List<JsonNode> objects = objectsOf(whole);
      for (int i = 0; i < objects.size(); i++) {
        for (String name : namesOf(objects.get(i))) {
          JsonNode copy = whole.deepCopy();
          ((ObjectNode) objectsOf(copy).get(i)).remove(name);
          all.add(new Lacking(name, copy));
        }
      }
      return all;
    }

    /** The document and all objects in it, always in the same order. */
    static List<JsonNode> objectsOf(JsonNode node) {
      List<JsonNode> objects = new ArrayList<>();
      if (node.isObject()) {
        objects.add(node);
      }
      node.forEach(child -> objects.addAll(objectsOf(child)));
      return objects;
    }

    private static List<String> namesOf(JsonNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      return names;
    }
  }
}
