package dev.dicomwebdump.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
    Set<String> told = new TreeSet<>();
    for (String file : left.files()) {
      JsonNode record = file.endsWith(DumpFolder.RECORD) ? recordOrNull(left.bytes(file)) : null;
      if (record != null) {
        told.add(file);
        told.addAll(assertTrue(left, file, record));
        String path = URI.create(record.at("/request/url").textValue()).getPath();
        committed.put(file, new Committed(path, Digests.sha256(left.bytes(file))));
      } else if (tree.containsKey(file) && !file.endsWith(DumpFolder.RECORD)) {
        assertThat(digest(left, file)).as("%s, whole", file).isEqualTo(tree.get(file));
      } else {
        assertThat(file).matches(".*\\.(tmp|dump\\.json)|(.*/)?_dump/[^/]*");
      }
    }
    assertOwn(left, told);
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

  /** Returns the files that a record tells of. */
  private static Set<String> assertTrue(DumpFolder left, String file, JsonNode record) {
    JsonNode ours = record.get("_dicomweb");
    assertThat(ours.at("/outcome").textValue()).as(file).isEqualTo("complete");
    Set<String> told = new TreeSet<>();
    told.add(assertThere(left, file, ours.get("body"), "bytes"));
    for (JsonNode part : ours.at("/multipart/parts")) {
      if (!part.get("file").isNull()) {
        told.add(assertThere(left, file, part, "length"));
      }
    }
    return told;
  }

  private static String assertThere(DumpFolder left, String file, JsonNode told, String length) {
    String there = Path.of(file).resolveSibling(told.get("file").textValue()).toString();
    assertThat(left.has(there)).as("%s, that %s tells of", there, file).isTrue();
    byte[] bytes = left.bytes(there);
    assertThat(bytes).as(there).hasSize(told.get(length).intValue());
    assertThat(Digests.sha256(bytes)).as(there).isEqualTo(told.get("sha256").textValue());
    return there;
  }

  /** Sums and summary may be missing, but say nothing that is not so. */
  private void assertOwn(DumpFolder left, Set<String> told) {
    if (left.has(study + "/_dump/summary.json")) {
      assertThat(left.summary(study).at("/dump/verdict").textValue().equals("complete"))
          .isEqualTo(told.equals(tree.keySet()));
    }
    if (left.has(study + "/_dump/SHA256SUMS")) {
      Map<String, String> sums = new TreeMap<>();
      left.sums(study).forEach((name, sum) -> sums.put(study + "/" + name, sum));
      assertThat(sums).containsOnlyKeys(told);
      sums.forEach(
          (name, sum) -> assertThat(Digests.sha256(left.bytes(name))).as(name).isEqualTo(sum));
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
