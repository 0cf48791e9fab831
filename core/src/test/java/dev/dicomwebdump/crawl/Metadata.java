package dev.dicomwebdump.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Uid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Metadata documents for tests. */
final class Metadata {

  static final Uid STUDY = new Uid("1.1");
  static final String IMAGE =
      "\"00280010\":{\"Value\":[2]},\"00280011\":{\"Value\":[2]},\"7FE00010\":{\"vr\":\"OW\"}";

  private Metadata() {}

  /** What {@link #IMAGE} tells when there are so many frames. */
  static Pixels image(int frames) {
    return frames == 0 ? Pixels.NONE : new Pixels(frames, null, true);
  }

  /** An entry with these UIDs; null leaves the attribute out. */
  static String entry(
      @Nullable String study, @Nullable String series, @Nullable String instance, String... more) {
    List<String> members = new ArrayList<>();
    uid(members, "0020000D", study);
    uid(members, "0020000E", series);
    uid(members, "00080018", instance);
    members.addAll(List.of(more));
    return "{" + String.join(",", members) + "}";
  }

  static InputStream document(String... entries) {
    return stream("[" + String.join(",", entries) + "]");
  }

  static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  static Dataset dataset(String entry) throws IOException {
    try (DatasetReader reader = new DatasetReader(document(entry))) {
      return Objects.requireNonNull(reader.next());
    }
  }

  /** All that a cursor still has; closes it. */
  static <T> List<T> all(Cursor<T> cursor) throws IOException {
    try (cursor) {
      List<T> all = new ArrayList<>();
      for (T next = cursor.next(); next != null; next = cursor.next()) {
        all.add(next);
      }
      return all;
    }
  }

  private static void uid(List<String> members, String tag, @Nullable String value) {
    if (value != null) {
      members.add("\"" + tag + "\":{\"vr\":\"UI\",\"Value\":[\"" + value + "\"]}");
    }
  }
}
