package dev.dicomwebdump.testkit.dicom;

import java.util.List;

/** One data element; the kinds differ in how their value is written. */
sealed interface Element {

  int tag();

  Vr vr();

  /** Text, including numbers and UIDs in text form; no values is an empty element. */
  record Text(int tag, Vr vr, List<String> values) implements Element {}

  /** An unsigned binary number, US or UL. */
  record Unsigned(int tag, Vr vr, int value) implements Element {}

  /** Items of a sequence. */
  record Sequence(int tag, List<DataSet> items) implements Element {
    @Override
    public Vr vr() {
      return Vr.SQ;
    }
  }

  /** Bytes that a DICOMweb server gives by reference; not copied. */
  final class Bulk implements Element {
    private final int tag;
    private final Vr vr;
    private final byte[] value;

    Bulk(int tag, Vr vr, byte[] value) {
      this.tag = tag;
      this.vr = vr;
      this.value = value;
    }

    @Override
    public int tag() {
      return tag;
    }

    @Override
    public Vr vr() {
      return vr;
    }

    byte[] value() {
      return value;
    }
  }

  /** Encapsulated pixel data: for each frame its fragments, each of even length. */
  record Fragments(int tag, List<List<byte[]>> frames) implements Element {
    @Override
    public Vr vr() {
      return Vr.OB;
    }
  }
}
