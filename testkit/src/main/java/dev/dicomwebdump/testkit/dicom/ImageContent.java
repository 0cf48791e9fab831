package dev.dicomwebdump.testkit.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Secondary capture, one byte a pixel (PS3.3 sections A.8.1 and A.8.3). */
record ImageContent(TransferSyntax syntax, int numberOfFrames, int rows, int columns)
    implements Content {
  private static final int PIXEL_DATA = 0x7FE00010;

  ImageContent {
    if (numberOfFrames < 1 || rows < 1 || rows > 65535 || columns < 1 || columns > 65535) {
      throw new IllegalArgumentException("an image has frames, rows and columns");
    }
  }

  @Override
  public String sopClassUid() {
    return numberOfFrames == 1 ? "1.2.840.10008.5.1.4.1.1.7" : "1.2.840.10008.5.1.4.1.1.7.2";
  }

  @Override
  public String modality() {
    return "OT";
  }

  @Override
  public byte[] frame(String sopInstanceUid, int number) {
    byte[] pixels = pixels(sopInstanceUid, number);
    if (syntax == TransferSyntax.RLE_LOSSLESS) {
      return RleFrame.encode(pixels, columns);
    }
    return syntax == TransferSyntax.JPEG_BASELINE ? likeJpeg(pixels) : pixels;
  }

  @Override
  public void addTo(DataSet dataSet, String sopInstanceUid) {
    if (numberOfFrames > 1) {
      dataSet.text(0x00280008, Vr.IS, Integer.toString(numberOfFrames));
    }
    Grayscale.addTo(dataSet, rows, columns, 8, 8);
    dataSet.text(0x00080064, Vr.CS, "SYN").put(pixelData(sopInstanceUid));
  }

  private Element pixelData(String sopInstanceUid) {
    List<byte[]> frames =
        IntStream.rangeClosed(1, numberOfFrames).mapToObj(n -> frame(sopInstanceUid, n)).toList();
    if (syntax.isEncapsulated()) {
      return new Element.Fragments(PIXEL_DATA, frames.stream().map(this::fragments).toList());
    }
    LittleEndianOutput all = new LittleEndianOutput();
    frames.forEach(all::bytes);
    // PS3.5 section A.1 knows no other VR than OW here.
    Vr vr = syntax == TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN ? Vr.OW : Vr.OB;
    return new Element.Bulk(PIXEL_DATA, vr, DataSetEncoder.padded(all.toByteArray(), Vr.OB));
  }

  /** RLE has one fragment a frame (PS3.5 section A.4.2); a JPEG frame is cut in two here. */
  private List<byte[]> fragments(byte[] frame) {
    if (syntax == TransferSyntax.RLE_LOSSLESS) {
      return List.of(frame);
    }
    int half = frame.length / 4 * 2;
    return List.of(Arrays.copyOf(frame, half), Arrays.copyOfRange(frame, half, frame.length));
  }

  /** Values to 127 only, so that no JPEG marker is among them. */
  private byte[] pixels(String sopInstanceUid, int number) {
    byte[] pixels = new byte[rows * columns];
    new Random((sopInstanceUid + "/" + number).hashCode()).nextBytes(pixels);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] &= 0x7F;
    }
    return pixels;
  }

  private static byte[] likeJpeg(byte[] pixels) {
    LittleEndianOutput jpeg = new LittleEndianOutput().u16(0xD8FF).bytes(pixels).u16(0xD9FF);
    return DataSetEncoder.padded(jpeg.toByteArray(), Vr.OB);
  }
}
