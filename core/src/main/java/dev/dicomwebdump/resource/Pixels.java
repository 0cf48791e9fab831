package dev.dicomwebdump.resource;

import org.jspecify.annotations.Nullable;

/**
 * What metadata tells of an instance's pixels. Immutable.
 *
 * @param frames how many frames; 0 for none
 * @param frameSize how large a native frame is; null when the metadata does not tell
 * @param named whether the metadata names the pixel element itself: many servers leave it out, and
 *     some instances have lost it
 */
public record Pixels(int frames, @Nullable FrameSize frameSize, boolean named) {

  /** No pixels, or nothing told. */
  public static final Pixels NONE = new Pixels(0, null, false);

  /** The least bytes of an instance's native pixel data; 0 when they are not told. */
  public long leastBytes() {
    return frameSize == null || !named ? 0 : frameSize.leastBytes(frames);
  }
}
