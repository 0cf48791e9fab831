package dev.dicomwebdump.dicomjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkReferencesTest {

  /** Each is a dataset, with apostrophes for quotes, and what it refers to as {@code path uri}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'00080005':{'vr':'CS','Value':['A']}                              |",
        "'00420011':{'vr':'OB','BulkDataURI':'../b/1'}                     | 00420011 ../b/1",
        "'0042001a':{'BulkDataURI':'u','vr':'OB'}                          | 0042001A u",
        "'7FE00010':{'vr':'OW','BulkDataURI':'p'}                          | 7FE00010 p",
        "'00420011':{'vr':'OB','Value':[{'BulkDataURI':'u'}]}              | 00420011 u",
        "'00480105':{'vr':'SQ','Value':[{'00282000':{'BulkDataURI':'u'}}]} | 00480105.1.00282000 u",
        "'00480105':{'Value':[null,{},{'00282000':{'BulkDataURI':'u'}}]}   | 00480105.3.00282000 u",
        "'A':{'BulkDataURI':'u'}                                           |",
        "'Icon':{'vr':'SQ','Value':[{'00282000':{'BulkDataURI':'u'}}]}     |",
        "'00420011':{'BulkDataURI':7}                                      |",
        "'00420011':{'BulkDataURI':{'x':['y']}}                            |",
        "'00420011':{'Value':'x','BulkDataURI':'u'}                        | 00420011 u",
        "'00420011':'x'                                                    |",
        "'00420011':{'BulkDataURI':'u'},'00420011':{'BulkDataURI':'v'}     | 00420011 u",
        "'00280010':{'BulkDataURI':'u'}                                    |",
      })
  void anAttributeWhoseValueLiesElsewhereIsTold(String dataset, @Nullable String told)
      throws IOException {
    List<BulkReference> found = references("{" + dataset.replace('\'', '"') + "}").named();

    assertThat(found.stream().map(found1 -> found1.path() + " " + found1.uri()))
        .containsExactlyElementsOf(told == null ? List.of() : List.of(told));
  }

  @Test
  void theyComeInOrderFromEveryDepth() throws IOException {
    String inner = "{\"00420011\":{\"BulkDataURI\":\"i\"},\"00420014\":{\"BulkDataURI\":\"j\"}}";
    String middle = "{\"00081140\":{\"Value\":[" + inner + ",{}," + inner + "]}}";
    String outer =
        "{\"00081115\":{\"Value\":[{}," + middle + "]},\"7FE00010\":{\"BulkDataURI\":\"p\"}}";

    assertThat(references(outer).named().stream().map(BulkReference::path))
        .containsExactly(
            "00081115.2.00081140.1.00420011",
            "00081115.2.00081140.1.00420014",
            "00081115.2.00081140.3.00420011",
            "00081115.2.00081140.3.00420014",
            "7FE00010");
  }

  @Test
  void whatIsBehindThemIsReadAsBefore() throws IOException {
    Dataset dataset =
        dataset("{\"0042001A\":{\"BulkDataURI\":\"u\"},\"0020000E\":{\"Value\":[\"1.2\"]}}");

    assertThat(dataset.string(Attribute.SERIES_INSTANCE_UID)).isEqualTo("1.2");
  }

  @Test
  void noMoreAreKeptThanFit() throws IOException {
    String items =
        IntStream.range(0, BulkReferences.MOST + 7)
            .mapToObj(i -> "{\"00420011\":{\"BulkDataURI\":\"u\"}}")
            .collect(Collectors.joining(","));
    BulkReferences found = references("{\"00081115\":{\"Value\":[" + items + "]}}");

    assertThat(found.named()).hasSize(BulkReferences.MOST);
    assertThat(found.omitted()).isEqualTo(7);
  }

  @Test
  void aUriWithoutEndIsAFaultOfTheDocument() {
    char[] uri = new char[DatasetReader.LONGEST_VALUE + 1];
    Arrays.fill(uri, 'u');
    String document = "{\"00420011\":{\"BulkDataURI\":\"" + new String(uri) + "\"}}";

    assertThatThrownBy(() -> references(document)).isInstanceOf(DicomJsonException.class);
  }

  private static BulkReferences references(String dataset) throws IOException {
    return dataset(dataset).bulk();
  }

  private static Dataset dataset(String dataset) throws IOException {
    byte[] document = ("[" + dataset + "]").getBytes(UTF_8);
    try (DatasetReader reader = new DatasetReader(new ByteArrayInputStream(document))) {
      Dataset first = reader.next();
      assertThat(first).isNotNull();
      assertThat(reader.next()).isNull();
      return first;
    }
  }
}
