package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.multipart.Deviation;
import dev.dicomwebdump.multipart.Fault;
import dev.dicomwebdump.multipart.MultipartIndex;
import dev.dicomwebdump.multipart.MultipartScanner;
import dev.dicomwebdump.multipart.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A multipart/related response (RFC 2387) with the one part that was asked for. */
final class MultipartProof implements ResponseProof {

  /** Enough to tell a person what came in place of one. */
  private static final int MOST_PARTS = 100;

  private final MediaType type;
  private final PayloadProof payload;
  private final MultipartScanner scanner;
  private long contentBytes;

  MultipartProof(MediaType type, PayloadProof payload) {
    this.type = type;
    this.payload = payload;
    this.scanner = new MultipartScanner(type.parameter("boundary"), MOST_PARTS, payload);
  }

  @Override
  public void content(byte[] buffer, int offset, int length) {
    contentBytes += length;
    scanner.accept(buffer, offset, length);
  }

  @Override
  public Verdict end(ContentSource source) {
    MultipartIndex index = scanner.finish();
    List<String> notes = new ArrayList<>();
    for (Deviation deviation : index.deviations()) {
      notes.add(deviation.text());
    }
    Problem problem = problem(index, notes);
    return new Verdict(problem, notes, index, told(index), contentBytes);
  }

  private @Nullable Problem problem(MultipartIndex index, List<String> notes) {
    Fault fault = index.fault();
    if (fault != null) {
      Problem.Kind kind = fault.isCut() ? Problem.Kind.TRUNCATED : Problem.Kind.MULTIPART;
      return new Problem(kind, fault.text());
    }
    if (index.parts().size() != 1) {
      return new Problem(
          Problem.Kind.MULTIPART, index.parts().size() + " parts where one was asked for");
    }
    MediaType part = partType(index.parts().get(0));
    String told = part.transferSyntax();
    return payload.problem(part, told == null ? type.transferSyntax() : told, notes);
  }

  private ToldTransferSyntax told(MultipartIndex index) {
    List<@Nullable String> parts = new ArrayList<>();
    for (Part part : index.parts()) {
      parts.add(partType(part).transferSyntax());
    }
    return new ToldTransferSyntax(type.transferSyntax(), parts, payload.transferSyntax());
  }

  private static MediaType partType(Part part) {
    return MediaType.parse(part.header("Content-Type"));
  }
}
