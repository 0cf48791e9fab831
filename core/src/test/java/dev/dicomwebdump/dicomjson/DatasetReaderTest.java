package dev.dicomwebdump.dicomjson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetReaderTest {

  private static final String SERIES = "\"0020000E\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}";

  /** Every kind of JSON value, escape, number and blank, and attributes after them. */
  private static final String RICH =
      "\n [ {\"00081140\":{\"vr\":\"SQ\",\"Value\":[{\"0020000E\":{\"Value\":[\"9.9\"]}},{}]},"
          + "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"J\\u00f6rg\\n\u00e9\u4e2d\uD83D\uDE00\"}]},"
          + "\"00189087\":{\"vr\":\"FD\",\"Value\":[-1.5e+10, 0, 12 ,null]},"
          + "\"X\":[true,\n   false,null],"
          + SERIES
          + ",\"7FE00010\":{\"vr\":\"OW\",\"InlineBinary\":\"QUJD\"}} , {"
          + SERIES
          + "}]  \r\n\t ";

  @Test
  void givesTheKeptAttributesOfEachDataset() throws IOException {
    List<Dataset> datasets = read(RICH);
    assertThat(datasets).hasSize(2);
    assertThat(datasets.get(0).string(Attribute.SERIES_INSTANCE_UID)).isEqualTo("1.2");
    assertThat(datasets.get(0).has(Attribute.PIXEL_DATA)).isTrue();
    assertThat(datasets.get(0).position()).isEqualTo(1);
    assertThat(datasets.get(1).has(Attribute.PIXEL_DATA)).isFalse();
    assertThat(datasets.get(1).position()).isEqualTo(2);
  }

  @Test
  void aCutAtAnyByteIsToldAsACut() {
    byte[] whole = RICH.getBytes(UTF_8);
    int end = RICH.strip().getBytes(UTF_8).length + 1;
    for (int length = 0; length < end; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      DicomJsonException fault =
          catchThrowableOfType(DicomJsonException.class, () -> read(new ByteArrayInputStream(cut)));
      assertThat(fault).as("cut after %d bytes", length).isNotNull();
      assertThat(fault.isCut()).as("cut after %d bytes: %s", length, fault).isTrue();
    }
  }

  @Test
  void damageIsNeverAnotherExceptionThanOurOwn() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = RICH.getBytes(UTF_8);
      for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Throwable thrown = catchThrowable(() -> read(new ByteArrayInputStream(damaged)));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(DicomJsonException.class);
      }
    }
  }

  @Test
  void aCutOfTrailingBlanksIsNone() throws IOException {
    assertThat(read(RICH.stripTrailing())).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", " [ ] ", "[\n]\n"})
  void anEmptyArrayHasNoDatasets(String document) throws IOException {
    assertThat(read(document)).isEmpty();
  }

  @Test
  void nothingComesAfterTheEnd() throws IOException {
    try (DatasetReader reader = reader("[]")) {
      assertThat(reader.next()).isNull();
      assertThat(reader.next()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"0020000E":{"Value":["1.2"]}}   | 1 | true
          [{"0020000E":{"Value":["1.2"]}}] | 1 | false
          [{},{}]                          | 2 | false
          """)
  void aSingleObjectIsTakenAsAnArrayOfOne(String document, int count, boolean single)
      throws IOException {
    try (DatasetReader reader = reader(document)) {
      for (int i = 0; i < count; i++) {
        assertThat(reader.next()).isNotNull();
      }
      assertThat(reader.next()).isNull();
      assertThat(reader.isSingleObject()).isEqualTo(single);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          {"vr":"IS","Value":["10"]}                | true  | 10     | 10
          {"vr":"IS","Value":[10]}                  | true  | 10     | 10
          {"Value":[10.0,11]}                       | true  | 10.0   | 10
          {"Value":[" 10 \\u0000","11"]}            | true  | 10     | 10
          {"Value":["+7"]}                          | true  | +7     | 7
          {"Value":[-7]}                            | true  | -7     | -7
          {"Value":[1.5]}                           | true  | 1.5    | none
          {"Value":["ten"]}                         | true  | ten    | none
          {"Value":["9999999999999999999"]}         | true  | 9999999999999999999 | none
          {"Value":"10"}                            | true  | 10     | 10
          {"Value":10}                              | true  | 10     | 10
          {"Value":[1],"Value":[2]}                 | true  | 2      | 2
          {"Value":[1,[2],{"Value":[3]},[[]]]}      | true  | 1      | 1
          {"Value":[[1],2]}                         | true  | none   | none
          {"Value":[{"Value":[3]},4]}               | true  | none   | none
          {"Value":[null,"1"]}                      | true  | none   | none
          {"Value":[true]}                          | true  | none   | none
          {"Value":[""]}                            | true  | none   | none
          {"Value":[]}                              | true  | none   | none
          {"Value":null}                            | true  | none   | none
          {"BulkDataURI":"http://x/y"}              | true  | none   | none
          {"value":[1]}                             | true  | none   | none
          {}                                        | true  | none   | none
          null                                      | true  | none   | none
          "10"                                      | true  | none   | none
          [{"Value":[1]}]                           | true  | none   | none
          """)
  void readsTheFirstValueOfAnAttribute(
      String attribute, boolean there, @Nullable String text, @Nullable Long number)
      throws IOException {
    Dataset dataset = read("[{\"00280008\":" + attribute + ",\"X\":1}]").get(0);
    assertThat(dataset.has(Attribute.NUMBER_OF_FRAMES)).isEqualTo(there);
    assertThat(dataset.string(Attribute.NUMBER_OF_FRAMES)).isEqualTo(text);
    assertThat(dataset.integer(Attribute.NUMBER_OF_FRAMES).stream().boxed().toList())
        .isEqualTo(number == null ? List.of() : List.of(number));
    assertThat(dataset.has(Attribute.ROWS)).isFalse();
  }

  @Test
  void theLastOfTwoAttributesWithTheSameTagCounts() throws IOException {
    String twice = "[{\"0020000E\":{\"Value\":[\"1\"]},\"0020000e\":{\"Value\":[\"2\"]}}]";
    assertThat(read(twice).get(0).string(Attribute.SERIES_INSTANCE_UID)).isEqualTo("2");
  }

  @Test
  void pixelDataIsPresentAndNeverKept() throws IOException {
    String pixels = "[{\"7FE00010\":{\"Value\":[\"" + "A".repeat(200_000) + "\"]}}]";
    Dataset dataset = read(pixels).get(0);
    assertThat(dataset.has(Attribute.PIXEL_DATA)).isTrue();
    assertThat(dataset.string(Attribute.PIXEL_DATA)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forbidden",
        "tru",
        "null",
        "12",
        "\"error\"",
        "<html><body>Doe^John</body></html>",
        "{}",
        "{\"HttpStatus\":404,\"Message\":\"Doe^John\"}",
        "[null]",
        "[{},7]",
        "[[{}]]",
        "[\"Doe^John\"]",
        "[Doe^John",
        "[{\"00100010\":Doe}]",
        "[{},]",
        "[{}}",
        "[{} {}]",
        "[]]",
        "[] x",
        "[]nul",
        "[],",
        "[][]",
        "[{}]{}",
        "{\"0020000E\":{}}x",
        "{\"0020000E\":{}},{}",
        "[{\"a\":01}]",
        "[{\"a\":NaN}]",
        "[{\"a\":\"Doe\tJohn\"}]",
        "[{\"a\":\"\\x\"}]",
        "[{'a':1}]",
        "[{a:1}]",
        "[{\"a\":1,}]",
        "[/**/]",
        "\u0000",
        "[]\u0000",
      })
  void whatIsNotDicomJsonIsAnErrorThatDoesNotQuoteIt(String document) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOf(DicomJsonException.class)
        .hasNoCause()
        .hasMessageContaining(" at line 1, column ")
        .message()
        .doesNotContain("Doe", "John", "\n", "breaks off");
  }

  @Test
  void theMessageSaysWhere() {
    assertThatThrownBy(() -> read("[{},\n  {\"a\":x}]"))
        .hasMessageMatching("not JSON at line 2, column 9");
  }

  @ParameterizedTest
  @CsvSource({
    "'[', ']', nested more than 1000 deep",
    "'{\"a\":', '}', nested more than 1000 deep",
  })
  void nestingHasALimit(String open, String close, String message) throws IOException {
    String tooDeep = open.repeat(10_000) + "1" + close.repeat(10_000);
    assertThatThrownBy(() -> read("[{\"00081140\":" + tooDeep + "}]"))
        .isInstanceOf(DicomJsonException.class)
        .hasMessageStartingWith(message);
    String deepEnough = open.repeat(990) + "1" + close.repeat(990);
    assertThat(read("[{\"00081140\":" + deepEnough + "}]")).hasSize(1);
  }

  @Test
  void whatMustBeKeptOrComparedHasALimit() {
    String number = "1".repeat(1_001);
    String name = "n".repeat(1_001);
    String value = "1".repeat(DatasetReader.LONGEST_VALUE + 1);
    for (String document :
        List.of(
            "[{\"a\":" + number + "}]",
            "[{\"" + name + "\":1}]",
            "[{\"0020000E\":{\"Value\":[\"" + value + "\"]}}]")) {
      assertThatThrownBy(() -> read(document))
          .isInstanceOf(DicomJsonException.class)
          .hasMessageStartingWith("a name, a number or a value is too long at line 1");
    }
  }

  @Test
  void bytesThatAreNotUtf8AreReadOverAndTold() throws IOException {
    String latin1 = "[{\"00100010\":{\"Value\":[\"J\u00f6rg\"]}," + SERIES + "}]";
    assertThat(malformed(latin1.getBytes(ISO_8859_1))).isTrue();
    assertThat(malformed(latin1.getBytes(UTF_8))).isFalse();
  }

  @Test
  void aFailureOfTheStreamIsPassedOn() {
    IOException failure = new IOException("disk");
    InputStream failing =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw failure;
          }
        };
    assertThatThrownBy(() -> read(failing)).isSameAs(failure);
  }

  @Test
  void closesTheStream() throws IOException {
    AtomicInteger closed = new AtomicInteger();
    InputStream in =
        new FilterInputStream(new ByteArrayInputStream("[{},{}]".getBytes(UTF_8))) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    try (DatasetReader reader = new DatasetReader(in)) {
      assertThat(reader.next()).isNotNull();
      assertThat(closed).hasValue(0);
    }
    assertThat(closed).hasValue(1);
  }

  private static boolean malformed(byte[] document) throws IOException {
    try (DatasetReader reader = new DatasetReader(new ByteArrayInputStream(document))) {
      Dataset dataset = reader.next();
      assertThat(dataset).isNotNull();
      assertThat(dataset.string(Attribute.SERIES_INSTANCE_UID)).isEqualTo("1.2");
      assertThat(reader.next()).isNull();
      return reader.hasMalformedUtf8();
    }
  }

  private static DatasetReader reader(String document) throws IOException {
    return new DatasetReader(new ByteArrayInputStream(document.getBytes(UTF_8)));
  }

  private static List<Dataset> read(String document) throws IOException {
    return read(new ByteArrayInputStream(document.getBytes(UTF_8)));
  }

  private static List<Dataset> read(InputStream document) throws IOException {
    List<Dataset> datasets = new ArrayList<>();
    try (DatasetReader reader = new DatasetReader(document)) {
      for (Dataset dataset = reader.next(); dataset != null; dataset = reader.next()) {
        datasets.add(dataset);
      }
    }
    return datasets;
  }
}
