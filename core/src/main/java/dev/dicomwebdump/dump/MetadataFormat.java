package dev.dicomwebdump.dump;

/** In which form metadata is asked for: PS3.18 section 8.7.3.3. */
public enum MetadataFormat {
  /** DICOM JSON. */
  JSON,
  /** XML; JSON only where the walk needs it. */
  XML,
  /** Either. */
  BOTH;

  boolean hasJson() {
    return this != XML;
  }

  boolean hasXml() {
    return this != JSON;
  }
}
