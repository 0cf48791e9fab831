package dev.dicomwebdump.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.resource.AttributePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BulkNamesTest {

  @Test
  void anEncapsulatedDocumentTellsItsType() throws IOException {
    BulkNames names =
        names(
            "{'00420011':{'BulkDataURI':'d'},'00420012':{'Value':['Application/PDF']},"
                + "'00282000':{'BulkDataURI':'i'}}");

    assertThat(names.named())
        .containsExactly(
            new BulkName(new AttributePath("00420011"), "d", "application/pdf"),
            new BulkName(new AttributePath("00282000"), "i", null));
  }

  @Test
  void aTypeThatIsNoneIsNotTold() throws IOException {
    BulkNames names =
        names("{'00420011':{'BulkDataURI':'d'},'00420012':{'Value':['a/b\\r\\nX: y']}}");

    assertThat(names.named())
        .containsExactly(new BulkName(new AttributePath("00420011"), "d", null));
  }

  @Test
  void whatLiesTooDeepForANameIsCounted() throws IOException {
    String nested = "{'00420011':{'BulkDataURI':'d'}}";
    for (int depth = 0; depth < 20; depth++) {
      nested = "{'00081115':{'Value':[" + nested + "]}}";
    }

    assertThat(names(nested)).isEqualTo(new BulkNames(List.of(), 1));
  }

  private static BulkNames names(String dataset) throws IOException {
    byte[] document = ("[" + dataset.replace('\'', '"') + "]").getBytes(UTF_8);
    try (DatasetReader reader = new DatasetReader(new ByteArrayInputStream(document))) {
      return BulkNames.of(Objects.requireNonNull(reader.next()));
    }
  }
}
