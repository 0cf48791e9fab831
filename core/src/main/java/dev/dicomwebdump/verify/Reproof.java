package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.TransferSyntaxes;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.multipart.MultipartIndex;
import dev.dicomwebdump.multipart.Part;
import dev.dicomwebdump.proof.ContentSource;
import dev.dicomwebdump.proof.ResponseProof;
import dev.dicomwebdump.proof.ResponseProofs;
import dev.dicomwebdump.proof.ToldTransferSyntax;
import dev.dicomwebdump.proof.Verdict;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Pixels;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges a recorded response as it was judged when it came, and compares. */
final class Reproof {

  private static final int BUFFER = 1 << 16;

  private final DumpRecord record;
  private final ResponseHead head;
  private final ContentCoding coding;
  private final Pixels pixels;
  private final PartDigests payloads;

  /**
   * @param pixels what metadata tells of the instance's pixels
   */
  Reproof(DumpRecord record, ResponseHead head, Pixels pixels, PartDigests payloads) {
    this.record = record;
    this.head = head;
    this.coding = ContentCoding.of(head.headers());
    this.pixels = pixels;
    this.payloads = payloads;
  }

  /**
   * The verdict.
   *
   * @param body the body, coded; read to the end of its content, not closed
   * @param again opens the body anew
   */
  Verdict verdict(DigestedInput body, ContentSource again) {
    ResponseProof proof = new ResponseProofs().begin(record.resource(), pixels, head, payloads);
    byte[] buffer = new byte[BUFFER];
    try (InputStream content = coding.decode(body.unclosed())) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        proof.content(buffer, 0, read);
      }
      return proof.end(() -> coding.decode(again.open()));
    } catch (IOException e) {
      Problem problem =
          new Problem(Problem.Kind.CONTENT_CODING, "cannot be decoded: " + e.getMessage());
      return new Verdict(problem, List.of(), null, ToldTransferSyntax.NONE, 0);
    }
  }

  /** In what a sound verdict differs from the record; null when in nothing. */
  @Nullable String difference(Verdict verdict) {
    if (!isSame(record.multipart(), verdict.multipart())) {
      return "tells of other parts than the body has";
    }
    if (!isSame(record.transferSyntax(), verdict.told())) {
      return "tells of another transfer syntax than the response does";
    }
    if (!isSame(record.instances(), verdict.instances())) {
      return "tells of other instances than the response has";
    }
    return record.contentSize() == verdict.contentBytes()
        ? null
        : "tells of content of "
            + record.contentSize()
            + " bytes, but it has "
            + verdict.contentBytes();
  }

  private static boolean isSame(@Nullable StoredMultipart stored, @Nullable MultipartIndex found) {
    if (stored == null || found == null) {
      return stored == null && found == null;
    }
    return stored.boundary().equals(found.boundary())
        && stored.closed() == found.closed()
        && placesOf(stored).equals(placesIn(found));
  }

  /** A series that no file tells was known from elsewhere when the instance came. */
  private static boolean isSame(
      List<@Nullable InstanceUids> stored, List<@Nullable InstanceUids> told) {
    if (stored.size() != told.size()) {
      return false;
    }
    for (int i = 0; i < told.size(); i++) {
      InstanceUids one = stored.get(i);
      InstanceUids other = told.get(i);
      boolean bySeries = one != null && other != null && other.series() == null;
      if (bySeries ? !one.instance().equals(other.instance()) : !Objects.equals(one, other)) {
        return false;
      }
    }
    return true;
  }

  /** Names of headers, not values: some are redacted. */
  private static List<List<Object>> placesOf(StoredMultipart stored) {
    return stored.parts().stream()
        .map(
            part ->
                List.<Object>of(
                    part.offset(),
                    part.length(),
                    part.headers().stream().map(header -> header.name()).toList()))
        .toList();
  }

  private static List<List<Object>> placesIn(MultipartIndex found) {
    return found.parts().stream().map(Reproof::placeOf).toList();
  }

  private static List<Object> placeOf(Part part) {
    return List.of(
        part.offset(),
        part.length(),
        part.headers().stream().map(header -> header.name()).toList());
  }

  private static boolean isSame(@Nullable TransferSyntaxes stored, ToldTransferSyntax told) {
    return stored == null
        || new ToldTransferSyntax(stored.header(), stored.parts(), stored.file()).equals(told);
  }
}
