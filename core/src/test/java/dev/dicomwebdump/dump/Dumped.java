package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.archive.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A dump as it lies on disk. */
record Dumped(Path folder) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The files below a folder, relative to it, but for the program's own. */
  List<String> files(String below) {
    Path from = folder.resolve(below);
    try (Stream<Path> all = Files.walk(from)) {
      return all.filter(Files::isRegularFile)
          .map(file -> from.relativize(file).toString())
          .filter(file -> !file.contains("_dump"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode json(String file) {
    return tree(bytes(file));
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file counts: by a record that keeps to the schema, and by a line of SHA256SUMS. */
  void assertSound(String study) throws IOException {
    assertThat(Schemas.SUMMARY.errors(bytes("_dump/summary.json"))).isEmpty();
    assertThat(Schemas.SUMMARY.errors(bytes(study + "/_dump/summary.json"))).isEmpty();
    List<String> summed = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(study + "/_dump/SHA256SUMS"))) {
      String[] words = line.split("  ", 2);
      summed.add(words[1]);
      assertThat(sha256(bytes(study + "/" + words[1]))).isEqualTo(words[0]);
    }
    List<String> files = files(study);
    assertThat(summed).containsExactlyInAnyOrderElementsOf(files);
    for (String file : files) {
      if (file.endsWith(".dump.json")) {
        assertThat(Schemas.RECORD.errors(bytes(study + "/" + file))).as(file).isEmpty();
      } else {
        assertThat(files).contains(file.replaceAll("\\.(bin|error|partial)$", "") + ".dump.json");
      }
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
