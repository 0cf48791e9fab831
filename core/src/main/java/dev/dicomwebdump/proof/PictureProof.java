package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rendered image or a thumbnail is a picture or a video: PS3.18 section 8.7.4. What it shows is
 * not judged.
 */
final class PictureProof extends PayloadProof {

  @Override
  @Nullable Problem problem(MediaType type, @Nullable String syntax, List<String> notes) {
    if (payloadBytes() == 0) {
      return new Problem(Problem.Kind.DICOM, "the picture is empty");
    }
    return ContentTypes.isPicture(type) || type.type().equals("application/pdf")
        ? null
        : new Problem(
            Problem.Kind.CONTENT_TYPE, ContentTypes.shown(type) + " in place of a picture");
  }
}
