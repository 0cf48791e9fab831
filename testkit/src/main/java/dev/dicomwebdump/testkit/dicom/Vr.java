package dev.dicomwebdump.testkit.dicom;

/** The value representations in use here (PS3.5 section 6.2). */
enum Vr {
  CS,
  DA,
  DS,
  IS,
  LO,
  OB,
  OW,
  PN,
  SH,
  SQ,
  ST,
  TM,
  UI,
  UL,
  UR,
  US;

  /** Whether explicit VR writes two reserved bytes and a length of four (PS3.5 section 7.1.2). */
  boolean hasLongLength() {
    return this == OB || this == OW || this == SQ;
  }

  /** What fills a value up to an even length. */
  byte padding() {
    return this == UI || this == OB || this == OW ? (byte) 0 : (byte) ' ';
  }
}
