package dev.dicomwebdump.testkit.dicom;

import java.util.Map;
import java.util.TreeMap;

/**
 * One DICOM instance. It keeps no bytes: file, frames and metadata are made anew at each call, and
 * are always the same. Immutable.
 */
public final class SyntheticInstance {
  private final SyntheticSeries series;
  private final int number;
  private final Content content;

  SyntheticInstance(SyntheticSeries series, int number, Content content) {
    this.series = series;
    this.number = number;
    this.content = content;
  }

  /** SOP Instance UID: the series' UID, a dot, the instance's number from 1. */
  public String uid() {
    return series.uid() + "." + number;
  }

  /** The UID of its series. */
  public String seriesUid() {
    return series.uid();
  }

  /** The UID of its study. */
  public String studyUid() {
    return series.studyUid();
  }

  /** SOP Class UID. */
  public String sopClassUid() {
    return content.sopClassUid();
  }

  /** How the file and its pixel data are stored. */
  public TransferSyntax transferSyntax() {
    return content.syntax();
  }

  /** How many frames it has; 0 when it has no pixels. */
  public int numberOfFrames() {
    return content.numberOfFrames();
  }

  /**
   * A frame's bytes as a WADO server gives them: native pixels without padding, or the fragments of
   * an encapsulated frame put together.
   *
   * @param frame its number, from 1
   * @throws IndexOutOfBoundsException when there is no such frame
   */
  public byte[] frame(int frame) {
    if (frame < 1 || frame > numberOfFrames()) {
      throw new IndexOutOfBoundsException("frame " + frame + " of " + numberOfFrames());
    }
    return content.frame(uid(), frame);
  }

  /** The instance as a file (PS3.10 section 7). */
  public byte[] p10() {
    return P10File.write(sopClassUid(), uid(), transferSyntax(), dataSet());
  }

  /**
   * The instance's metadata as one object of DICOM JSON (PS3.18 annex F), without the array around
   * it. Native pixel data and documents are BulkDataURIs below the root; encapsulated pixel data is
   * left out.
   *
   * @param root the server's root URL, without {@code /studies}; empty for relative references
   */
  public String dicomJson(String root) {
    return new DicomJsonEncoder(root + path() + "/bulkdata/").encode(dataSet());
  }

  /** What its BulkDataURIs lead to, by the tag in eight upper-case hex digits. */
  public Map<String, byte[]> bulkData() {
    Map<String, byte[]> values = new TreeMap<>();
    for (Element element : dataSet().elements()) {
      if (element instanceof Element.Bulk bulk) {
        values.put(DicomJsonEncoder.hex(bulk.tag()), bulk.value());
      }
    }
    return values;
  }

  /** {@code /studies/S/series/R/instances/I}. */
  public String path() {
    return series.path() + "/instances/" + uid();
  }

  private static String[] values(String value) {
    return value.isEmpty() ? new String[0] : new String[] {value};
  }

  DataSet dataSet() {
    DataSet dataSet =
        new DataSet()
            .text(0x00080005, Vr.CS, "ISO_IR 192")
            .text(0x00080016, Vr.UI, sopClassUid())
            .text(0x00080018, Vr.UI, uid())
            .text(0x00080020, Vr.DA, values(series.study().date()))
            .text(0x00080030, Vr.TM, "120000")
            .text(0x00080050, Vr.SH)
            .text(0x00080060, Vr.CS, content.modality())
            .text(0x00080090, Vr.PN)
            .text(0x00100010, Vr.PN, series.study().patientName())
            .text(0x00100020, Vr.LO, series.study().patientId())
            .text(0x00100030, Vr.DA)
            .text(0x00100040, Vr.CS, "O")
            .text(0x0020000D, Vr.UI, studyUid())
            .text(0x0020000E, Vr.UI, seriesUid())
            .text(0x00200010, Vr.SH, "1")
            .text(0x00200011, Vr.IS, Integer.toString(series.number()))
            .text(0x00200013, Vr.IS, Integer.toString(number));
    content.addTo(dataSet, uid());
    return dataSet;
  }
}
