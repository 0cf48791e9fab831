package dev.dicomwebdump.record;

/** What is kept of what a response brings. */
public enum Keep {
  /** The body too, as it was sent. */
  BODY,
  /**
   * Only what is around the payloads, in the record, where the body can be put together of that
   * again; else the body too. Metadata and searches, which have no payload, keep their bodies.
   */
  PARTS,
  /** Nothing, of metadata and searches neither: records alone. */
  NONE
}
