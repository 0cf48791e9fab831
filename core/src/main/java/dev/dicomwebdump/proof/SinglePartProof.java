package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import java.util.ArrayList;
import java.util.List;

/** A response whose whole body is the payload. */
final class SinglePartProof implements ResponseProof {

  private final MediaType type;
  private final boolean multipartAsked;
  private final PayloadProof payload;
  private long contentBytes;

  /**
   * @param multipartAsked whether a multipart would have been in order
   */
  SinglePartProof(MediaType type, boolean multipartAsked, PayloadProof payload) {
    this.type = type;
    this.multipartAsked = multipartAsked;
    this.payload = payload;
    payload.begin(List.of(), 0);
  }

  @Override
  public void content(byte[] buffer, int offset, int length) {
    contentBytes += length;
    payload.bytes(buffer, offset, length);
  }

  @Override
  public Verdict end(ContentSource source) {
    payload.end();
    List<String> notes = new ArrayList<>();
    if (multipartAsked) {
      notes.add("single part in place of a multipart");
    }
    Problem problem = payload.problem(type, type.transferSyntax(), notes);
    ToldTransferSyntax told =
        new ToldTransferSyntax(type.transferSyntax(), List.of(), payload.transferSyntax());
    return new Verdict(problem, notes, null, told, contentBytes);
  }
}
