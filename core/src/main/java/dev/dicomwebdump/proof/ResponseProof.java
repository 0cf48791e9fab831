package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.multipart.PartListener;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;

/**
 * Judges one response to one resource while it streams: every verdict that needs this response
 * alone. Used by one thread; used once.
 */
public interface ResponseProof {

  /**
   * The proof for a successful response.
   *
   * @param asked what was asked for
   * @param pixels what metadata tells of the instance's pixels; none where nothing was told
   * @param head what the server says the response is
   * @param payloads hears each payload as it streams: the parts of a multipart, or the whole body
   *     where it is none; nothing for metadata and searches
   */
  static ResponseProof of(Resource asked, Pixels pixels, ResponseHead head, PartListener payloads) {
    MediaType type = MediaType.parse(head.headers().first("Content-Type"));
    if (asked.kind().isMetadata()) {
      return new MetadataProof(asked, head, type);
    }
    if (asked.kind().isSearch()) {
      return new SearchProof(asked, head, type);
    }
    PartCount count = new PartCount(asked, head.status() == 206);
    PartsProof parts = new PartsProof(count, type, PayloadProof.of(asked, pixels), payloads);
    return type.isMultipart()
        ? new MultipartProof(type, count.most(), parts)
        : new SinglePartProof(head, type, asked.kind().hasTransferSyntax(), parts);
  }

  /** Content of the response, after content decoding. */
  void content(byte[] buffer, int offset, int length);

  /**
   * The verdict on the content so far.
   *
   * @param source the whole content, for what is read again
   */
  Verdict end(ContentSource source);
}
