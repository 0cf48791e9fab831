package dev.dicomwebdump.benchmarks.work;

import dev.dicomwebdump.benchmarks.work.Study.Content;
import java.util.List;

/** The studies of the works. */
public final class Studies {

  /** 10,000 frames of 32 KB. */
  public static final Study S = Study.of("S", 10, 10, 100, 128, 128, Content.FRAMES);

  /** 1,500 instances of one frame of 512 KB. */
  public static final Study M = Study.of("M", 3, 500, 1, 512, 512, Content.FRAMES);

  /** Three DICOM files of 1 GB. */
  public static final Study L = Study.of("L", 1, 3, 512, 1024, 1024, Content.FILE);

  /** The same without Content-Length of the part. */
  public static final Study L_UNTOLD =
      Study.of("L-untold", 1, 3, 512, 1024, 1024, Content.FILE_WITHOUT_LENGTH);

  /** Ten times S: 100,000 frames, each in ten series. */
  public static final Study TENFOLD =
      new Study("tenfold", 100, 10, 10, 100, 128, 128, Content.FRAMES);

  /** 100,000 instances of which only metadata is to be had. */
  public static final Study METADATA =
      Study.of("metadata", 100, 1000, 1, 512, 512, Content.METADATA);

  /** 1,000,000 frames, all the same file of 128 bytes. */
  public static final Study MILLION =
      Study.of("million", 10, 10, 10_000, 8, 8, Content.SHARED_FRAME);

  /** 40 small frames: to see that the benchmark works. */
  public static final Study FEW = Study.of("few", 2, 2, 10, 8, 8, Content.FRAMES);

  /** 300 instances of one frame of 128 KB, and one of 100 frames: see {@link DicomFiles}. */
  public static final Study ORTHANC = Study.of("orthanc", 3, 100, 1, 256, 256, Content.ORTHANC);

  private Studies() {}

  /** All that are served as files. */
  public static List<Study> all() {
    return List.of(S, M, L, L_UNTOLD, TENFOLD, METADATA, MILLION, FEW);
  }

  /** The one of those of that name. */
  public static Study named(String name) {
    return all().stream()
        .filter(study -> study.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no study is named " + name));
  }
}
