package dev.dicomwebdump.benchmarks.work;

import dev.dicomwebdump.benchmarks.work.Study.Content;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes a study as the bodies that a server sends, under the names that a dump gives them. Pixels
 * are noise, the same whenever it is made.
 */
public final class StudyMaker {

  /** The one frame of a study with {@link Content#SHARED_FRAME}, beside the study's folder. */
  public static final String SHARED_FRAME = "frame";

  private static final String FRAME_TYPE =
      "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1";
  private static final String FILE_TYPE = "application/dicom";

  private final Study study;
  private final Path folder;
  private final SplittableRandom noise = new SplittableRandom(1);
  private final byte[] pixels;

  private StudyMaker(Study study, Path folder) {
    this.study = study;
    this.folder = folder;
    this.pixels = new byte[study.frameBytes()];
  }

  /**
   * Makes the study in the folder, unless it is there whole.
   *
   * @param folder is made; the study's own folder is below it, named by its UID
   */
  public static void make(Study study, Path folder) throws IOException {
    Path made = folder.resolve("made");
    if (!Files.exists(made)) {
      new StudyMaker(study, folder.resolve(Study.UID)).make();
      Files.writeString(made, study.toString());
    }
  }

  private void make() throws IOException {
    Files.createDirectories(folder);
    if (study.content() == Content.SHARED_FRAME) {
      frame(folder.resolveSibling(SHARED_FRAME));
    }
    try (MetadataFiles metadata = new MetadataFiles(study, folder)) {
      for (int series = 1; series <= study.series(); series++) {
        metadata.series(series, study.instances());
        for (int instance = 1; instance <= study.instances(); instance++) {
          content(series, instance);
        }
      }
    }
  }

  private void content(int series, int instance) throws IOException {
    if (study.hasFiles()) {
      file(series, instance);
    } else if (study.content() == Content.FRAMES) {
      frames(series, instance);
    }
  }

  private void frames(int series, int instance) throws IOException {
    Path frames = instance(series, instance).resolve("frames");
    Files.createDirectories(frames);
    int original = (series - 1) % study.distinctSeries() + 1;
    Path same = instance(original, instance).resolve("frames");
    for (int number = 1; number <= study.frames(); number++) {
      String name = Integer.toString(number);
      if (original == series) {
        frame(frames.resolve(name));
      } else {
        Files.createLink(frames.resolve(name), same.resolve(name));
      }
    }
  }

  private void frame(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(MultipartBody.begin(FRAME_TYPE, (long) pixels.length));
      noise(out);
      out.write(MultipartBody.end());
    }
  }

  private void file(int series, int instance) throws IOException {
    String sop = Study.sopUid(series, instance);
    Path folderOfFile = Files.createDirectories(instance(series, instance).resolve("_"));
    byte[] head = DicomFileHead.of(study, series, instance);
    long length = head.length + (long) study.frames() * pixels.length;
    boolean told = study.content() == Content.FILE;
    try (OutputStream out = Files.newOutputStream(folderOfFile.resolve(sop))) {
      out.write(MultipartBody.begin(FILE_TYPE, told ? length : null));
      out.write(head);
      for (int number = 0; number < study.frames(); number++) {
        noise(out);
      }
      out.write(MultipartBody.end());
    }
  }

  private void noise(OutputStream out) throws IOException {
    noise.nextBytes(pixels);
    out.write(pixels);
  }

  private Path instance(int series, int instance) {
    return folder
        .resolve("series")
        .resolve(Study.seriesUid(series))
        .resolve("instances")
        .resolve(Study.sopUid(series, instance));
  }
}
