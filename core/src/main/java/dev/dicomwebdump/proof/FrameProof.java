package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.multipart.PartListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame is pixel data, native or compressed: PS3.18 section 8.7.3.5. */
final class FrameProof extends PayloadProof {

  FrameProof(PartListener next) {
    super(next);
  }

  @Override
  void examine(byte[] buffer, int offset, int length) {
    // Pixels look like anything: only their number can be judged.
  }

  @Override
  @Nullable Problem problem(MediaType type, List<String> notes) {
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
    return null;
  }

  @Override
  @Nullable String transferSyntax() {
    return null;
  }
}
