package dev.dicomwebdump.testkit.dicom;

/** The part of an instance that depends on what kind of object it is. */
interface Content {

  String sopClassUid();

  /** Modality, (0008,0060). */
  String modality();

  TransferSyntax syntax();

  /** 0 for an object without pixels. */
  int numberOfFrames();

  /** A frame from 1, as a WADO server gives it; the same bytes for the same instance. */
  byte[] frame(String sopInstanceUid, int number);

  /** Adds the attributes of the kind. */
  void addTo(DataSet dataSet, String sopInstanceUid);
}
