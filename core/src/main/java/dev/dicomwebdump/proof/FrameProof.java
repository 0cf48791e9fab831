package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.FrameSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame is pixel data, native or compressed: PS3.18 section 8.7.3.5. A native one has the size
 * that its metadata tells. Pixels look like anything: only their number can be judged.
 */
final class FrameProof extends PayloadProof {

  private final @Nullable FrameSize expected;

  /**
   * @param expected the size of a native frame; null when it is not known
   */
  FrameProof(@Nullable FrameSize expected) {
    this.expected = expected;
  }

  @Override
  @Nullable Problem problem(MediaType type, @Nullable String syntax, List<String> notes) {
    if (ContentTypes.isText(type)) {
      return new Problem(
          Problem.Kind.CONTENT_TYPE, ContentTypes.shown(type) + " in place of pixel data");
    }
    if (payloadBytes() == 0) {
      return new Problem(Problem.Kind.DICOM, "the frame is empty");
    }
    if (!type.type().equals("application/octet-stream")) {
      notes.add("content type " + ContentTypes.shown(type) + " for a frame");
    }
    boolean mayBeNative = !ContentTypes.isPicture(type);
    return mayBeNative && expected != null ? sizeProblem(expected, syntax, notes) : null;
  }

  private @Nullable Problem sizeProblem(
      FrameSize wanted, @Nullable String syntax, List<String> notes) {
    boolean fits = wanted.fits(payloadBytes());
    if (syntax == null && !fits) {
      notes.add("a frame that tells no transfer syntax has not the size of native pixels");
    }
    if (!TransferSyntax.isNative(syntax)) {
      return null;
    }
    if (wanted.isInFull(payloadBytes())) {
      notes.add("a frame has all samples where its metadata says 4:2:2");
    }
    return fits ? null : wrongSize(wanted);
  }

  private Problem wrongSize(FrameSize wanted) {
    boolean shorter = payloadBytes() < wanted.leastBytes();
    return new Problem(
        shorter ? Problem.Kind.TRUNCATED : Problem.Kind.DICOM,
        "the frame has %d bytes in place of %d".formatted(payloadBytes(), wanted.leastBytes()));
  }
}
