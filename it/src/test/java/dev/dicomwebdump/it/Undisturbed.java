package dev.dicomwebdump.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The dump that a run left to which nothing happened, as the measure of others of the same study.
 */
final class Undisturbed {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String study;
  private final SortedMap<String, String> tree;

  /**
   * @param tree what to compare others with
   */
  Undisturbed(String study, DumpFolder tree) {
    this.study = study;
    this.tree = tree(tree);
  }

  /**
   * What a record says that is there, and is.
   *
   * @param path the path that was asked for
   * @param sha256 the digest of the record
   */
  record Committed(String path, String sha256) {}

  /** Nothing is missing, nothing is left over, and each body and payload is the same. */
  void assertSame(DumpFolder other) {
    assertThat(tree(other)).isEqualTo(tree);
  }

  /**
   * Holds what a killed run left to the rules: each record is true, and what has a final name is
   * whole.
   *
   * @return the true records by their files
   */
  SortedMap<String, Committed> assertTrue(DumpFolder left) {
    SortedMap<String, Committed> committed = new TreeMap<>();
    for (String file : left.files()) {
      if (file.endsWith(DumpFolder.RECORD)) {
        JsonNode record = recordOrNull(left.bytes(file));
        if (record != null) {
          assertTrue(left, file, record);
          String path = URI.create(record.at("/request/url").textValue()).getPath();
          committed.put(file, new Committed(path, Digests.sha256(left.bytes(file))));
        }
      } else if (file.contains("_dump/")) {
        assertOwn(left, file);
      } else if (!file.endsWith(".tmp")) {
        assertThat(digest(left, file)).as("%s, whole", file).isEqualTo(tree.get(file));
      }
    }
    return committed;
  }

  /** What does not parse is no record. */
  private static @Nullable JsonNode recordOrNull(byte[] bytes) {
    try {
      JsonNode record = JSON.readTree(bytes);
      return record.isObject() ? record : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static void assertTrue(DumpFolder left, String file, JsonNode record) {
    JsonNode ours = record.get("_dicomweb");
    assertThat(ours.at("/outcome").textValue()).as(file).isEqualTo("complete");
    assertThere(left, file, ours.get("body"), "bytes");
    for (JsonNode part : ours.at("/multipart/parts")) {
      if (!part.get("file").isNull()) {
        assertThere(left, file, part, "length");
      }
    }
  }

  private static void assertThere(DumpFolder left, String file, JsonNode told, String length) {
    Path folder = Path.of(file).resolveSibling(told.get("file").textValue());
    assertThat(left.has(folder.toString())).as("%s, that %s tells of", folder, file).isTrue();
    byte[] bytes = left.bytes(folder.toString());
    assertThat(bytes).as(folder.toString()).hasSize(told.get(length).intValue());
    assertThat(Digests.sha256(bytes)).isEqualTo(told.get("sha256").textValue());
  }

  /** Sums and summaries are there only when all else is. */
  private void assertOwn(DumpFolder left, String file) {
    if (file.endsWith("summary.json")) {
      assertThat(left.summary(study).at("/dump/verdict").textValue()).isEqualTo("complete");
    } else if (file.endsWith("SHA256SUMS")) {
      Map<String, String> sums = left.sums(study);
      assertThat(sums).hasSameSizeAs(tree.keySet());
      sums.forEach(
          (name, sum) -> assertThat(Digests.sha256(left.bytes(study + "/" + name))).isEqualTo(sum));
    } else {
      assertThat(file).matches(".*\\.tmp|_dump/lock");
    }
  }

  /** The files but for the program's own, with the digests of all that is no record. */
  private static SortedMap<String, String> tree(DumpFolder folder) {
    SortedMap<String, String> tree = new TreeMap<>();
    for (String file : folder.files()) {
      if (!file.contains("_dump/")) {
        tree.put(file, file.endsWith(DumpFolder.RECORD) ? "record" : digest(folder, file));
      }
    }
    return tree;
  }

  /** A server may make its boundaries anew each time, so they do not count. */
  private static String digest(DumpFolder folder, String file) {
    String text = new String(folder.bytes(file), ISO_8859_1);
    int begin = text.startsWith("\r\n") ? 2 : 0;
    boolean isMultipart = text.startsWith("--", begin) && !file.endsWith(".bin");
    String boundary = isMultipart ? text.substring(begin, text.indexOf("\r\n", begin)) : "";
    String same = isMultipart ? text.replace(boundary, "--boundary") : text;
    return Digests.sha256(same.getBytes(ISO_8859_1));
  }
}
