package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.multipart.PartListener;
import dev.dicomwebdump.resource.Uid;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An instance is a DICOM file (PS3.10) that carries the SOP Instance UID that was asked for. */
final class InstanceProof extends PayloadProof {

  /** Enough for the file meta information and the beginning of the data set. */
  private static final int HEAD = 1 << 14;

  private final Uid asked;
  private final long leastPixelBytes;
  private final byte[] head = new byte[HEAD];
  private int have;
  private @Nullable FileHead file;

  /**
   * @param leastPixelBytes the least bytes of its pixel data where that is native; 0 when unknown
   */
  InstanceProof(Uid asked, long leastPixelBytes, PartListener next) {
    super(next);
    this.leastPixelBytes = leastPixelBytes;
    this.asked = asked;
  }

  @Override
  void examine(byte[] buffer, int offset, int length) {
    int taken = Math.min(length, HEAD - have);
    System.arraycopy(buffer, offset, head, have, taken);
    have += taken;
  }

  @Override
  @Nullable Problem problem(MediaType type, @Nullable String syntax, List<String> notes) {
    if (ContentTypes.isHtml(type)) {
      return new Problem(Problem.Kind.CONTENT_TYPE, "HTML in place of a DICOM file");
    }
    file = FileHead.read(Arrays.copyOf(head, have));
    if (file == null) {
      return new Problem(Problem.Kind.DICOM, "not a DICOM file: no DICM after the preamble");
    }
    if (!type.type().equals("application/dicom")) {
      notes.add("content type " + ContentTypes.shown(type) + " for a DICOM file");
    }
    Problem ofTheUid = uidProblem(file, notes);
    return ofTheUid == null ? sizeProblem(file.transferSyntax()) : ofTheUid;
  }

  /** A file that broke off shows nowhere else when its response has neither length nor parts. */
  private @Nullable Problem sizeProblem(@Nullable String syntax) {
    boolean inFull =
        syntax != null && TransferSyntax.isNative(syntax) && !TransferSyntax.isDeflated(syntax);
    return inFull && payloadBytes() < leastPixelBytes
        ? new Problem(
            Problem.Kind.TRUNCATED,
            "the file has %d bytes, its pixels alone need %d by the metadata"
                .formatted(payloadBytes(), leastPixelBytes))
        : null;
  }

  /** The data set decides; where its UID is not within reach, the file meta information does. */
  private @Nullable Problem uidProblem(FileHead read, List<String> notes) {
    String inMeta = read.metaInstanceUid();
    String told = read.instanceUid() == null ? inMeta : read.instanceUid();
    if (told == null) {
      return new Problem(Problem.Kind.UID, "the file does not say which instance it is");
    }
    if (!told.equals(asked.value())) {
      return new Problem(Problem.Kind.UID, "the file is of another instance");
    }
    if (!told.equals(inMeta)) {
      String some = inMeta == null ? "no" : "another";
      notes.add(some + " SOP Instance UID in the file meta information");
    }
    return null;
  }

  @Override
  @Nullable String transferSyntax() {
    return file == null ? null : file.transferSyntax();
  }
}
