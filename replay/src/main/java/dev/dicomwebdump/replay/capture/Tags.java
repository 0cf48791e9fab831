package dev.dicomwebdump.replay.capture;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes that searches give and match: PS3.18 section 10.6.3. */
final class Tags {

  static final String INSTANCE_UID = "00080018";
  static final String MODALITY = "00080060";
  static final String MODALITIES_IN_STUDY = "00080061";
  static final String RETRIEVE_URL = "00081190";
  static final String STUDY_UID = "0020000D";
  static final String SERIES_UID = "0020000E";
  static final String SERIES_IN_STUDY = "00201206";
  static final String INSTANCES_IN_STUDY = "00201208";
  static final String INSTANCES_IN_SERIES = "00201209";

  private static final String CHARACTER_SET = "00080005";

  /** What a search for studies gives. */
  static final List<String> OF_STUDIES =
      List.of(
          CHARACTER_SET,
          "00080020",
          "00080030",
          "00080050",
          "00080090",
          "00081030",
          "00100010",
          "00100020",
          "00100030",
          "00100040",
          STUDY_UID,
          "00200010");

  /** What a search for series gives. */
  static final List<String> OF_SERIES =
      List.of(
          CHARACTER_SET,
          MODALITY,
          "0008103E",
          "00180015",
          STUDY_UID,
          SERIES_UID,
          "00200011",
          "00400244",
          "00400245",
          "00400275");

  /** What a search for instances gives. */
  static final List<String> OF_INSTANCES =
      List.of(
          CHARACTER_SET,
          "00080016",
          INSTANCE_UID,
          STUDY_UID,
          SERIES_UID,
          "00200013",
          "00280008",
          "00280010",
          "00280011",
          "00280100");

  private static final Map<String, String> BY_KEYWORD =
      Map.ofEntries(
          Map.entry("StudyDate", "00080020"),
          Map.entry("StudyTime", "00080030"),
          Map.entry("AccessionNumber", "00080050"),
          Map.entry("Modality", MODALITY),
          Map.entry("ModalitiesInStudy", MODALITIES_IN_STUDY),
          Map.entry("ReferringPhysicianName", "00080090"),
          Map.entry("StudyDescription", "00081030"),
          Map.entry("SeriesDescription", "0008103E"),
          Map.entry("SOPClassUID", "00080016"),
          Map.entry("SOPInstanceUID", INSTANCE_UID),
          Map.entry("PatientName", "00100010"),
          Map.entry("PatientID", "00100020"),
          Map.entry("PatientBirthDate", "00100030"),
          Map.entry("PatientSex", "00100040"),
          Map.entry("BodyPartExamined", "00180015"),
          Map.entry("StudyInstanceUID", STUDY_UID),
          Map.entry("SeriesInstanceUID", SERIES_UID),
          Map.entry("StudyID", "00200010"),
          Map.entry("SeriesNumber", "00200011"),
          Map.entry("InstanceNumber", "00200013"),
          Map.entry("NumberOfFrames", "00280008"),
          Map.entry("Rows", "00280010"),
          Map.entry("Columns", "00280011"));

  private Tags() {}

  /** The tag that a query names by keyword or by digits; null when it is not known. */
  static @Nullable String of(String name) {
    String digits = name.toUpperCase(Locale.ROOT);
    return digits.matches("[0-9A-F]{8}") ? digits : BY_KEYWORD.get(name);
  }
}
