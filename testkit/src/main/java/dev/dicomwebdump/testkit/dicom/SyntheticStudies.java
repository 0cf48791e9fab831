package dev.dicomwebdump.testkit.dicom;

import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.document;
import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.image;
import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.movingDisc;
import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.phantomSlice;
import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.report;
import static dev.dicomwebdump.testkit.dicom.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
import static dev.dicomwebdump.testkit.dicom.TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
import static dev.dicomwebdump.testkit.dicom.TransferSyntax.JPEG_BASELINE;
import static dev.dicomwebdump.testkit.dicom.TransferSyntax.RLE_LOSSLESS;

import java.util.stream.IntStream;

/** Studies ready for use. */
public final class SyntheticStudies {
  private SyntheticStudies() {}

  /**
   * Study 2.999.1 with eight instances in three series: native images (explicit with 1 frame,
   * implicit with 1, explicit with 3 frames of an odd number of bytes), encapsulated ones (RLE with
   * 1 and 4 frames, JPEG with 2), and a report and a document, which have no frames. 12 frames in
   * all.
   */
  public static SyntheticStudy small() {
    return SyntheticStudy.builder("2.999.1")
        .series(
            image(EXPLICIT_VR_LITTLE_ENDIAN, 1),
            image(IMPLICIT_VR_LITTLE_ENDIAN, 1),
            image(EXPLICIT_VR_LITTLE_ENDIAN, 3, 7, 5))
        .series(image(RLE_LOSSLESS, 1), image(RLE_LOSSLESS, 4), image(JPEG_BASELINE, 2))
        .series(report(), document())
        .build();
  }

  /** Study 2.999.20: a CT of a phantom, 12 slices of 64 by 64 pixels of 16 bits. */
  public static SyntheticStudy phantom() {
    return SyntheticStudy.builder("2.999.20")
        .patientName("DEMO^PHANTOM")
        .patientId("DEMO-1")
        .series(slices(12, 12, 64))
        .build();
  }

  /** Study 2.999.21: one image of 20 frames of 48 by 48 pixels, on which a disc moves. */
  public static SyntheticStudy movement() {
    return SyntheticStudy.builder("2.999.21")
        .patientName("DEMO^MOVEMENT")
        .patientId("DEMO-2")
        .series(movingDisc(20))
        .build();
  }

  /**
   * Study 2.999.2 of native images of 8 by 8 pixels, which cost nothing until they are asked for.
   *
   * @param series how many series
   * @param instances how many instances in each series
   * @param frames how many frames in each instance
   */
  public static SyntheticStudy large(int series, int instances, int frames) {
    SyntheticStudy.Builder study = SyntheticStudy.builder("2.999.2");
    for (int i = 0; i < series; i++) {
      study.series(instances, image(EXPLICIT_VR_LITTLE_ENDIAN, frames));
    }
    return study.build();
  }

  /**
   * Study 2.999.3: the same phantom in slices of 256 by 256 pixels: the lower three of four, since
   * the topmost is the same on both sides.
   */
  public static SyntheticStudy largePhantom() {
    return SyntheticStudy.builder("2.999.3").series(slices(3, 4, 256)).build();
  }

  private static InstanceTemplate[] slices(int lower, int slices, int side) {
    return IntStream.rangeClosed(1, lower)
        .mapToObj(number -> phantomSlice(number, slices, side))
        .toArray(InstanceTemplate[]::new);
  }
}
