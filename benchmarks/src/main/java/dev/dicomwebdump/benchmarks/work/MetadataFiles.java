package dev.dicomwebdump.benchmarks.work;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the metadata of all three levels in one pass: an array each. */
final class MetadataFiles implements Closeable {

  private final InstanceJson json;
  private final Path folder;
  private final Writer study;

  /**
   * @param folder of the study, which is there
   */
  MetadataFiles(Study study, Path folder) throws IOException {
    this.json = new InstanceJson(study);
    this.folder = folder;
    this.study = Files.newBufferedWriter(folder.resolve("metadata"));
  }

  /** Writes a series and its instances, whose folders are made. */
  void series(int series, int instances) throws IOException {
    Path ofSeries = folder.resolve("series").resolve(Study.seriesUid(series));
    Files.createDirectories(ofSeries);
    try (Writer out = Files.newBufferedWriter(ofSeries.resolve("metadata"))) {
      for (int instance = 1; instance <= instances; instance++) {
        String text = json.of(series, instance);
        study.append(series == 1 && instance == 1 ? '[' : ',').append(text);
        out.append(instance == 1 ? '[' : ',').append(text);
        Path of = ofSeries.resolve("instances").resolve(Study.sopUid(series, instance));
        Files.createDirectories(of);
        Files.writeString(of.resolve("metadata"), "[" + text + "]");
      }
      out.append(']');
    }
  }

  @Override
  public void close() throws IOException {
    study.append(']');
    study.close();
  }
}
