package dev.dicomwebdump.testkit.dicom;

/** The transfer syntaxes (PS3.5 section 10) that synthetic instances come in. */
public enum TransferSyntax {
  /** Implicit VR Little Endian: no VR in the file. */
  IMPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2", "application/octet-stream"),
  /** Explicit VR Little Endian. */
  EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "application/octet-stream"),
  /** JPEG Baseline; the payload has the first and last marker of a JPEG, and is none. */
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", "image/jpeg"),
  /** RLE Lossless; the payload is true RLE. */
  RLE_LOSSLESS("1.2.840.10008.1.2.5", "image/dicom-rle");

  private final String uid;
  private final String mediaType;

  TransferSyntax(String uid, String mediaType) {
    this.uid = uid;
    this.mediaType = mediaType;
  }

  /** The UID, as in (0002,0010). */
  public String uid() {
    return uid;
  }

  /** The media type of a frame (PS3.18 section 8.7.3). */
  public String mediaType() {
    return mediaType;
  }

  /** Whether pixel data is in fragments (PS3.5 section A.4). */
  public boolean isEncapsulated() {
    return this == JPEG_BASELINE || this == RLE_LOSSLESS;
  }
}
