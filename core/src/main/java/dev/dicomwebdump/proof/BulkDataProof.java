package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.BulkValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bulk value is bytes, or of the media type that its instance tells: PS3.18 section 8.7.3. It may
 * hold anything, and be of any length: metadata tells neither.
 */
final class BulkDataProof extends PayloadProof {

  private final BulkValue asked;

  BulkDataProof(BulkValue asked) {
    this.asked = asked;
  }

  @Override
  @Nullable Problem problem(MediaType type, @Nullable String syntax, List<String> notes) {
    if (type.type().equals("application/octet-stream") || type.type().equals(asked.mediaType())) {
      return null;
    }
    if (ContentTypes.isText(type)) {
      return new Problem(
          Problem.Kind.CONTENT_TYPE, ContentTypes.shown(type) + " in place of a value");
    }
    notes.add("content type " + ContentTypes.shown(type) + " for bulk data");
    return null;
  }
}
