package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.resource.FrameSize;
import dev.dicomwebdump.resource.Pixels;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many frames an instance has, and how large they are: PS3.3 section C.7.6.3. */
final class PixelFacts {

  private static final long MOST = 65535;
  private static final Set<String> SUBSAMPLED = Set.of("YBR_FULL_422", "YBR_PARTIAL_422");

  /** PS3.3 section C.7.6.3.1.2: half the samples, and not of every frame in the same way. */
  private static final String SUBSAMPLED_TWICE = "YBR_PARTIAL_420";

  private PixelFacts() {}

  static Pixels of(Dataset dataset) {
    return pixels(FrameCount.of(dataset), dataset);
  }

  /** By what a search tells of an instance. */
  static Pixels ofSearch(Dataset dataset) {
    return pixels(FrameCount.ofSearch(dataset), dataset);
  }

  private static Pixels pixels(int frames, Dataset dataset) {
    return frames == 0
        ? Pixels.NONE
        : new Pixels(frames, frameSize(dataset), namesPixelElement(dataset));
  }

  private static @Nullable FrameSize frameSize(Dataset dataset) {
    long rows = dataset.integer(Attribute.ROWS).orElse(0);
    long columns = dataset.integer(Attribute.COLUMNS).orElse(0);
    long samples = dataset.integer(Attribute.SAMPLES_PER_PIXEL).orElse(0);
    long bits = bitsAllocated(dataset);
    String colours = dataset.string(Attribute.PHOTOMETRIC_INTERPRETATION);
    boolean plausible =
        isPlausible(rows) && isPlausible(columns) && isPlausible(samples) && isPlausible(bits);
    return plausible && !SUBSAMPLED_TWICE.equals(colours)
        ? FrameSize.of(
            rows,
            columns,
            samples,
            bits,
            samples == 3 && colours != null && SUBSAMPLED.contains(colours))
        : null;
  }

  private static boolean isPlausible(long number) {
    return number >= 1 && number <= MOST;
  }

  /** Pixels in floating point have as many bits as their element says. */
  private static long bitsAllocated(Dataset dataset) {
    if (dataset.has(Attribute.FLOAT_PIXEL_DATA)) {
      return 32;
    }
    return dataset.has(Attribute.DOUBLE_FLOAT_PIXEL_DATA)
        ? 64
        : dataset.integer(Attribute.BITS_ALLOCATED).orElse(0);
  }

  static boolean namesPixelElement(Dataset dataset) {
    return dataset.has(Attribute.PIXEL_DATA)
        || dataset.has(Attribute.FLOAT_PIXEL_DATA)
        || dataset.has(Attribute.DOUBLE_FLOAT_PIXEL_DATA);
  }
}
