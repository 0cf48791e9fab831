package dev.dicomwebdump.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the folder of a dump. Names are relative to it, with slashes. */
final class DumpFolder {
  static final String RECORD = ".dump.json";

  private final ObjectMapper json = new ObjectMapper();
  private final Path root;

  DumpFolder(Path root) {
    this.root = root;
  }

  Path path(String name) {
    return root.resolve(name);
  }

  boolean has(String name) {
    return Files.isRegularFile(path(name));
  }

  /** All files; none where there is no folder. */
  SortedSet<String> files() {
    if (!Files.exists(root)) {
      return new TreeSet<>();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record of the resource whose files have that name. */
  JsonNode record(String name) {
    return read(name + RECORD);
  }

  /** All records, by the name of their resource. */
  SortedMap<String, JsonNode> records() {
    SortedMap<String, JsonNode> records = new TreeMap<>();
    for (String file : files()) {
      if (file.endsWith(RECORD)) {
        records.put(file.substring(0, file.length() - RECORD.length()), read(file));
      }
    }
    return records;
  }

  /** The summary of the whole folder. */
  JsonNode summary() {
    return read("_dump/summary.json");
  }

  /** The summary of a study. */
  JsonNode summary(String studyUid) {
    return read(studyUid + "/_dump/summary.json");
  }

  /** What SHA256SUMS of a study says: digests by names relative to the study's folder. */
  Map<String, String> sums(String studyUid) {
    Map<String, String> sums = new LinkedHashMap<>();
    for (String line : new String(bytes(studyUid + "/_dump/SHA256SUMS"), UTF_8).lines().toList()) {
      sums.put(line.substring(66), line.substring(0, 64));
    }
    return sums;
  }

  private JsonNode read(String file) {
    try {
      return json.readTree(bytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
