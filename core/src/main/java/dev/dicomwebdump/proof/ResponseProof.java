package dev.dicomwebdump.proof;

/**
 * Judges one response to one resource while it streams: every verdict that needs this response
 * alone. Used by one thread; used once.
 */
public interface ResponseProof {

  /** Content of the response, after content decoding. */
  void content(byte[] buffer, int offset, int length);

  /**
   * The verdict on the content so far.
   *
   * @param source the whole content, for what is read again
   */
  Verdict end(ContentSource source);
}
