package dev.dicomwebdump.multipart;

/** A stage of reading a body: preamble, headers, payload, epilogue. */
interface Stage {

  /**
   * Reads on, and may make another stage the current one.
   *
   * @return the index up to which the bytes are done with; the others come again, with more
   */
  int read(Stretch stretch);

  /**
   * The body has ended in this stage.
   *
   * @param rest the bytes that were not done with
   */
  void end(Stretch rest);
}
