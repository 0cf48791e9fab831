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

/** A multipart/related response (RFC 2387) whose parts are the payloads. */
final class MultipartProof implements ResponseProof {

  private final MediaType type;
  private final PartsProof parts;
  private final MultipartScanner scanner;
  private long contentBytes;

  /**
   * @param mostParts after how many parts to read no further
   */
  MultipartProof(MediaType type, int mostParts, PartsProof parts) {
    this.type = type;
    this.parts = parts;
    this.scanner = new MultipartScanner(type.parameter("boundary"), mostParts, parts);
  }

  @Override
  public void content(byte[] buffer, int offset, int length) {
    contentBytes += length;
    scanner.accept(buffer, offset, length);
  }

  @Override
  public Verdict end(ContentSource source) {
    MultipartIndex index = scanner.finish();
    Fault fault = index.fault();
    Problem problem = fault == null ? parts.problem() : problem(fault);
    List<String> notes = new ArrayList<>();
    for (Deviation deviation : index.deviations()) {
      notes.add(deviation.text());
    }
    if (fault == null) {
      notes.addAll(parts.notes());
    }
    return new Verdict(problem, notes, index, told(index), contentBytes, parts.instances());
  }

  private static Problem problem(Fault fault) {
    Problem.Kind kind = fault.isCut() ? Problem.Kind.TRUNCATED : Problem.Kind.MULTIPART;
    return new Problem(kind, fault.text());
  }

  private ToldTransferSyntax told(MultipartIndex index) {
    List<@Nullable String> told = new ArrayList<>();
    for (Part part : index.parts()) {
      told.add(parts.typeOf(part.headers()).transferSyntax());
    }
    return new ToldTransferSyntax(type.transferSyntax(), told, parts.fileSyntax());
  }
}
