package dev.dicomwebdump.dicomjson;

import java.io.IOException;

/**
 * A document is not DICOM JSON, or breaks off. The message is one line that says where, and never
 * shows what the document holds: that may be patients' data.
 */
public final class DicomJsonException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean cut;

  DicomJsonException(String message, boolean cut) {
    super(message);
    this.cut = cut;
  }

  /** Whether the document is sound as far as it goes, and ends too early. */
  public boolean isCut() {
    return cut;
  }
}
