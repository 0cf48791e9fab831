package dev.dicomwebdump.report.sheet;

import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** Metadata of an image, as a server sends it. */
final class Metadata {

  private static final String GREY =
      "00280002=1 00280004=\"MONOCHROME2\" 00280010=2 00280011=2 00280100=8 00280101=8 00280102=7"
          + " 00280103=0";

  private Metadata() {}

  /** That of an image with two by two grey pixels of 8 bits, with other attributes. */
  static Dataset grey(String otherwise) throws IOException {
    String members =
        Arrays.stream((GREY + " " + otherwise).strip().split(" "))
            .map(each -> each.split("=", 2))
            .collect(
                Collectors.toMap(
                    each -> each[0], each -> each[1].replace('_', ' '), (one, other) -> other))
            .entrySet()
            .stream()
            .map(each -> "\"%s\":{\"Value\":[%s]}".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(","));
    byte[] json = ("{" + members + "}").getBytes(StandardCharsets.UTF_8);
    try (DatasetReader reader = new DatasetReader(new ByteArrayInputStream(json))) {
      return Objects.requireNonNull(reader.next());
    }
  }
}
