package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import java.util.ArrayList;
import java.util.List;

/** A response whose whole body is the payload. */
final class SinglePartProof implements ResponseProof {

  private final ResponseHead head;
  private final MediaType type;
  private final boolean multipartAsked;
  private final PartsProof parts;
  private long contentBytes;

  /**
   * @param multipartAsked whether a multipart would have been in order
   */
  SinglePartProof(ResponseHead head, MediaType type, boolean multipartAsked, PartsProof parts) {
    this.head = head;
    this.type = type;
    this.multipartAsked = multipartAsked;
    this.parts = parts;
    parts.beginWhole();
  }

  @Override
  public void content(byte[] buffer, int offset, int length) {
    contentBytes += length;
    parts.bytes(buffer, offset, length);
  }

  @Override
  public Verdict end(ContentSource source) {
    parts.end();
    List<String> notes = new ArrayList<>();
    if (multipartAsked) {
      notes.add("single part in place of a multipart");
    }
    if (!BodyEnd.isTold(head)) {
      notes.add("only the end of the connection told where the body ends");
    }
    notes.addAll(parts.notes());
    Problem problem = parts.problem();
    ToldTransferSyntax told =
        new ToldTransferSyntax(type.transferSyntax(), List.of(), parts.fileSyntax());
    return new Verdict(problem, notes, null, told, contentBytes, parts.instances());
  }
}
