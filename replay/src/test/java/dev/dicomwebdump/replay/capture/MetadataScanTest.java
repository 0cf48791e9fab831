package dev.dicomwebdump.replay.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetadataScanTest {

  private static final String ONE =
      "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Ĝ\\u5c71^ä\\u00e9\"}]},\"00080018\":"
          + "{\"vr\":\"UI\",\"Value\":[\"1.2\"]}}";
  private static final String TWO = "{ \"00280010\" : {\"Value\":[{\"x\":[2]}, 3]} }";

  @Test
  void anAttributeStaysAsItStands() throws IOException {
    String large = "\"00020010\":{\"vr\":\"OB\",\"InlineBinary\":\"" + "A".repeat(30_000) + "\"}";
    String name = "{\"vr\":\"PN\", \"Value\":[ \"" + "\\u00e9ä".repeat(9_000) + "\"]}";
    byte[] document = ("[{" + large + ",\"00100010\":" + name + "}]").getBytes(UTF_8);
    try (MetadataScan scan =
        new MetadataScan(new ByteArrayInputStream(document), Set.of("00100010"))) {
      ScannedDataset dataset = Objects.requireNonNull(scan.next());
      ScannedDataset.Attribute found = Objects.requireNonNull(dataset.attributes().get("00100010"));
      assertThat(found.json()).isEqualTo(name);
      assertThat(found.values()).containsExactly("éä".repeat(9_000));
    }
  }

  @Test
  void eachDatasetIsToldWithItsPlaceInBytes() throws IOException {
    byte[] document = ("[ " + ONE + ",\n" + TWO + "]").getBytes(UTF_8);
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (MetadataScan scan =
        new MetadataScan(new ByteArrayInputStream(document), Set.of("00100010"))) {
      for (ScannedDataset each = scan.next(); each != null; each = scan.next()) {
        int from = (int) each.from();
        texts.add(
            new String(Arrays.copyOfRange(document, from, from + (int) each.length()), UTF_8));
        names.add(each.first("00100010"));
      }
    }

    assertThat(texts).containsExactly(ONE, TWO);
    assertThat(names).containsExactly("Ĝ山^äé", "");
  }
}
