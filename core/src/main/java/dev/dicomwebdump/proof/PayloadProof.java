package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges payloads, one after another. */
abstract class PayloadProof {

  private long bytes;

  static PayloadProof of(Resource asked, Pixels pixels) {
    return switch (asked.kind()) {
      case INSTANCE -> new InstanceProof(asked.requireInstance(), pixels.leastBytes());
      case SERIES_INSTANCES, STUDY_INSTANCES ->
          new InstancesProof(asked.requireStudy(), asked.series());
      case FRAME -> new FrameProof(pixels.frameSize());
      case BULKDATA -> new BulkDataProof(asked.requireBulk());
      case RENDERED, THUMBNAIL -> new PictureProof();
      case STUDY_METADATA_XML, SERIES_METADATA_XML, INSTANCE_METADATA_XML -> new XmlProof();
      default -> throw new IllegalArgumentException("has no payload: " + asked);
    };
  }

  /** Another payload begins. */
  void begin() {
    bytes = 0;
  }

  /** Bytes of the payload, in order. */
  void take(byte[] buffer, int offset, int length) {
    bytes += length;
  }

  /** The payload's length so far. */
  final long payloadBytes() {
    return bytes;
  }

  /**
   * Why the payload, which has ended, is not what was asked for, or null.
   *
   * @param type the payload's own media type
   * @param syntax the transfer syntax that the response tells for it; null when it tells none
   * @param notes takes the deviations that are accepted
   */
  abstract @Nullable Problem problem(MediaType type, @Nullable String syntax, List<String> notes);

  /** The transfer syntax that the payload itself tells, or null; known after its problem is. */
  @Nullable String transferSyntax() {
    return null;
  }

  /** Which of many instances the payload is, or null; known after its problem is. */
  @Nullable InstanceUids instance() {
    return null;
  }
}
