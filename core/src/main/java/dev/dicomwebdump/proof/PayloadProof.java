package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the one payload of a frame or an instance, and passes it on. Later parts are not judged.
 */
abstract class PayloadProof implements PartListener {

  private final PartListener next;
  private int parts;
  private long bytes;

  PayloadProof(PartListener next) {
    this.next = next;
  }

  static PayloadProof of(Resource asked, Pixels pixels, PartListener next) {
    return switch (asked.kind()) {
      case INSTANCE -> new InstanceProof(asked.requireInstance(), pixels.leastBytes(), next);
      case FRAME -> new FrameProof(pixels.frameSize(), next);
      case BULKDATA -> new BulkDataProof(asked.requireBulk(), next);
      case RENDERED, THUMBNAIL -> new PictureProof(next);
      default -> throw new IllegalArgumentException("has no payload: " + asked);
    };
  }

  @Override
  public final void begin(List<PartHeader> headers, long offset) {
    parts++;
    next.begin(headers, offset);
  }

  @Override
  public final void bytes(byte[] buffer, int offset, int length) {
    if (parts == 1) {
      bytes += length;
      examine(buffer, offset, length);
    }
    next.bytes(buffer, offset, length);
  }

  @Override
  public final void end() {
    next.end();
  }

  /** The length of the first payload so far. */
  final long payloadBytes() {
    return bytes;
  }

  /** Looks at bytes of the first payload, in order. */
  abstract void examine(byte[] buffer, int offset, int length);

  /**
   * Why the payload is not what was asked for, or null.
   *
   * @param type the payload's own media type
   * @param syntax the transfer syntax that the response tells for it; null when it tells none
   * @param notes takes the deviations that are accepted
   */
  abstract @Nullable Problem problem(MediaType type, @Nullable String syntax, List<String> notes);

  /** The transfer syntax that the payload itself tells, or null. */
  abstract @Nullable String transferSyntax();
}
