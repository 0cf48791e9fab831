package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.DicomFolder;
import dev.dicomwebdump.archive.DigestKind;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a response beside its record. Immutable.
 *
 * @param payloads whether each payload has a file of its own; so with {@link Keep#PARTS}
 * @param keep what is kept of a response whose payloads have
 * @param dicom where DICOM files go outside the dump; null for nowhere; not closed by those who
 *     write there
 * @param pretty whether JSON is written once more, to be read by people
 * @param digest what is taken of each file in the dump while it is written
 */
public record Storage(
    boolean payloads, Keep keep, @Nullable DicomFolder dicom, boolean pretty, DigestKind digest) {

  /** Bodies with their SHA-256, and nothing else. */
  public static final Storage BODIES =
      new Storage(false, Keep.BODY, null, false, DigestKind.SHA256);

  /** Records alone. */
  public static final Storage RECORDS =
      new Storage(false, Keep.NONE, null, false, DigestKind.SHA256);

  /**
   * @throws IllegalArgumentException when nothing is kept of a response and files are made of it
   */
  public Storage {
    payloads |= keep == Keep.PARTS;
    if (keep == Keep.NONE && (payloads || dicom != null || pretty)) {
      throw new IllegalArgumentException("records alone have no files beside them");
    }
  }
}
