package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of the one instance that was asked for. */
final class InstanceProof extends FileProof {

  private final Uid asked;
  private final long leastPixelBytes;

  /**
   * @param leastPixelBytes the least bytes of its pixel data where that is native; 0 when unknown
   */
  InstanceProof(Uid asked, long leastPixelBytes) {
    this.leastPixelBytes = leastPixelBytes;
    this.asked = asked;
  }

  /** The data set decides; where its UID is not within reach, the file meta information does. */
  @Override
  @Nullable Problem problem(FileHead read, List<String> notes) {
    return asked.value().equals(read.toldInstanceUid())
        ? sizeProblem(read.transferSyntax())
        : new Problem(Problem.Kind.UID, "the file is of another instance");
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
}
