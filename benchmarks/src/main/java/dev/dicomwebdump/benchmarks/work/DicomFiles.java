package dev.dicomwebdump.benchmarks.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A study as DICOM files, to load a server with. Pixels are noise, the same whenever it is made.
 */
public final class DicomFiles {

  private static final int MANY = 100;

  private final SplittableRandom noise = new SplittableRandom(1);

  private DicomFiles() {}

  /** The files of a study, and of one series more: an instance of 100 frames. */
  public static List<byte[]> of(Study study) {
    DicomFiles maker = new DicomFiles();
    List<byte[]> files = new ArrayList<>();
    for (int series = 1; series <= study.series(); series++) {
      for (int instance = 1; instance <= study.instances(); instance++) {
        files.add(maker.file(study, series, instance));
      }
    }
    files.add(maker.file(study.withFrames(MANY), study.series() + 1, 1));
    return files;
  }

  private byte[] file(Study study, int series, int instance) {
    byte[] head = DicomFileHead.of(study, series, instance);
    byte[] pixels = new byte[study.frames() * study.frameBytes()];
    noise.nextBytes(pixels);
    byte[] file = Arrays.copyOf(head, head.length + pixels.length);
    System.arraycopy(pixels, 0, file, head.length, pixels.length);
    return file;
  }
}
