package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;

/**
 * Has an instance frames, and how many? It has when it has rows and columns and a pixel element, or
 * Image Pixel attributes (PS3.3 section C.7.6.3): servers leave the element out of metadata.
 */
final class FrameCount {

  /** Rows and columns of spectra, not of pixels: PS3.3 section A.36.3. */
  private static final String MR_SPECTROSCOPY = "1.2.840.10008.5.1.4.1.1.4.2";

  private FrameCount() {}

  /** From 1 to {@link Integer#MAX_VALUE}, or 0 for none. A number that makes no sense is 1. */
  static int of(Dataset dataset) {
    return isImage(dataset) && hasPixelAttribute(dataset) ? told(dataset) : 0;
  }

  /**
   * The same by what a search tells, which never has a pixel element, and on many servers not more
   * than rows and columns (PS3.18 section 10.6.3.3).
   */
  static int ofSearch(Dataset dataset) {
    return isImage(dataset) ? told(dataset) : 0;
  }

  private static int told(Dataset dataset) {
    long told = dataset.integer(Attribute.NUMBER_OF_FRAMES).orElse(1);
    return (int) Math.min(Math.max(told, 1), Integer.MAX_VALUE);
  }

  private static boolean isImage(Dataset dataset) {
    return isPositive(dataset, Attribute.ROWS)
        && isPositive(dataset, Attribute.COLUMNS)
        && !MR_SPECTROSCOPY.equals(dataset.string(Attribute.SOP_CLASS_UID));
  }

  private static boolean isPositive(Dataset dataset, Attribute attribute) {
    return dataset.integer(attribute).orElse(0) > 0;
  }

  private static boolean hasPixelAttribute(Dataset dataset) {
    return PixelFacts.namesPixelElement(dataset)
        || dataset.has(Attribute.BITS_ALLOCATED)
        || dataset.has(Attribute.PHOTOMETRIC_INTERPRETATION)
        || dataset.has(Attribute.SAMPLES_PER_PIXEL);
  }
}
