package dev.dicomwebdump.benchmarks.work;

/**
 * The shape of a study, the same in all its series and instances.
 *
 * @param name the folder of the study, and the path under which it is served
 * @param distinctSeries from this series on, frames are those of an earlier series
 * @param columns of a frame of 16 bits a pixel
 */
public record Study(
    String name,
    int series,
    int distinctSeries,
    int instances,
    int frames,
    int rows,
    int columns,
    Content content) {

  /** Under 2.999, the arc of examples, and as long as what scanners give. */
  public static final String UID = "2.999.31415.9265358.20260101.120000.4711";

  /** What there is of an instance besides its metadata. */
  public enum Content {
    /** Each frame has a file of its own. */
    FRAMES,
    /** All frames of the study are one file. */
    SHARED_FRAME,
    /** The DICOM file (P10). */
    FILE,
    /** The same, in a part without Content-Length. */
    FILE_WITHOUT_LENGTH,
    /** Nothing. */
    METADATA,
    /** The DICOM file, with which Orthanc is loaded: it makes its answers itself. */
    ORTHANC
  }

  /** A study of which no two frames share a file. */
  static Study of(
      String name, int series, int instances, int frames, int rows, int columns, Content content) {
    return new Study(name, series, series, instances, frames, rows, columns, content);
  }

  /** The same of instances of so many frames. */
  Study withFrames(int other) {
    return new Study(name, series, distinctSeries, instances, other, rows, columns, content);
  }

  /** Whether it is not served as files. */
  public boolean isInOrthanc() {
    return content == Content.ORTHANC;
  }

  /** The size of a native frame in bytes. */
  public int frameBytes() {
    return 2 * rows * columns;
  }

  /** The UID of a series, from 1. */
  static String seriesUid(int series) {
    return UID + "." + series;
  }

  /** The UID of an instance, from 1. */
  static String sopUid(int series, int instance) {
    return seriesUid(series) + "." + instance;
  }

  boolean hasFiles() {
    return content == Content.FILE || content == Content.FILE_WITHOUT_LENGTH;
  }
}
