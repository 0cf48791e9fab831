package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.LastMediaType;
import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.multipart.PartListener;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;

/** Begins the proofs of responses, one after another. Safe for use by many threads. */
public final class ResponseProofs {

  private final LastMediaType types = new LastMediaType();
  private final LastMediaType partTypes = new LastMediaType();

  /**
   * The proof for a successful response.
   *
   * @param asked what was asked for
   * @param pixels what metadata tells of the instance's pixels; none where nothing was told
   * @param head what the server says the response is
   * @param payloads hears each payload as it streams: the parts of a multipart, or the whole body
   *     where it is none; nothing for metadata and searches
   */
  public ResponseProof begin(
      Resource asked, Pixels pixels, ResponseHead head, PartListener payloads) {
    MediaType type = types.of(head.headers().first("Content-Type"));
    if (asked.kind().isMetadata()) {
      return new MetadataProof(asked, head, type);
    }
    if (asked.kind().isSearch()) {
      return new SearchProof(asked, head, type);
    }
    PartCount count = new PartCount(asked, head.status() == 206);
    PayloadProof payload = PayloadProof.of(asked, pixels);
    PartsProof parts = new PartsProof(count, type, partTypes, payload, payloads);
    return type.isMultipart()
        ? new MultipartProof(type, count.most(), parts)
        : new SinglePartProof(head, type, asked.kind().hasTransferSyntax(), parts);
  }
}
