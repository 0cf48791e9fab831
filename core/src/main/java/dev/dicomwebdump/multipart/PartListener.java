package dev.dicomwebdump.multipart;

import java.util.List;

/**
 * Hears the payloads of a multipart body as they stream by.
 *
 * <p>Only a part that has its {@link #end} is what was heard of it, and the parts that ended are
 * the first of {@link MultipartIndex#parts()}. A part that broke off has no end. When a part proves
 * to be shorter than its Content-Length, it has no end either, what was heard of it is void, and
 * nothing more is heard: the index tells where its payload and those of later parts lie in the
 * body.
 */
public interface PartListener {

  /**
   * A payload begins.
   *
   * @param headers the part's header fields
   * @param offset where the payload begins in the body, in bytes
   */
  void begin(List<PartHeader> headers, long offset);

  /** Bytes of the payload. The buffer is the caller's again when the method returns. */
  void bytes(byte[] buffer, int offset, int length);

  /** The part is whole. */
  void end();
}
