package dev.dicomwebdump.dicomjson;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes that are kept of each dataset. All others are skipped. */
public enum Attribute {
  SOP_CLASS_UID("00080016", "SOP Class UID"),
  SOP_INSTANCE_UID("00080018", "SOP Instance UID"),
  STUDY_DATE("00080020", "Study Date"),
  STUDY_INSTANCE_UID("0020000D", "Study Instance UID"),
  SERIES_INSTANCE_UID("0020000E", "Series Instance UID"),
  MODALITY("00080060", "Modality"),
  MODALITIES_IN_STUDY("00080061", "Modalities in Study"),
  NUMBER_OF_STUDY_RELATED_SERIES("00201206", "Number of Study Related Series"),
  NUMBER_OF_STUDY_RELATED_INSTANCES("00201208", "Number of Study Related Instances"),
  NUMBER_OF_SERIES_RELATED_INSTANCES("00201209", "Number of Series Related Instances"),
  ENCAPSULATED_DOCUMENT_TYPE("00420012", "MIME Type of Encapsulated Document"),
  SAMPLES_PER_PIXEL("00280002", "Samples per Pixel"),
  PHOTOMETRIC_INTERPRETATION("00280004", "Photometric Interpretation"),
  PLANAR_CONFIGURATION("00280006", "Planar Configuration"),
  NUMBER_OF_FRAMES("00280008", "Number of Frames"),
  ROWS("00280010", "Rows"),
  COLUMNS("00280011", "Columns"),
  BITS_ALLOCATED("00280100", "Bits Allocated"),
  BITS_STORED("00280101", "Bits Stored"),
  HIGH_BIT("00280102", "High Bit"),
  PIXEL_REPRESENTATION("00280103", "Pixel Representation"),
  WINDOW_CENTER("00281050", "Window Center"),
  WINDOW_WIDTH("00281051", "Window Width"),
  RESCALE_INTERCEPT("00281052", "Rescale Intercept"),
  RESCALE_SLOPE("00281053", "Rescale Slope"),
  FLOAT_PIXEL_DATA("7FE00008", "Float Pixel Data"),
  DOUBLE_FLOAT_PIXEL_DATA("7FE00009", "Double Float Pixel Data"),
  PIXEL_DATA("7FE00010", "Pixel Data");

  /** Annex F wants upper case; some servers differ. */
  private static final Map<String, Attribute> BY_KEY = new HashMap<>();

  static {
    for (Attribute attribute : values()) {
      BY_KEY.put(attribute.key, attribute);
      BY_KEY.put(attribute.key.toLowerCase(Locale.ROOT), attribute);
    }
  }

  private final String key;
  private final String title;

  Attribute(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /** The attribute of a member name, or null. */
  static @Nullable Attribute ofKey(String name) {
    return BY_KEY.get(name);
  }

  /** Whether its value is kept; of pixel data, however it is written, only the presence is. */
  boolean hasKeptValue() {
    return !key.startsWith("7FE0");
  }

  /** Whether all its values are kept, not the first alone. */
  boolean hasKeptValues() {
    return this == MODALITIES_IN_STUDY;
  }

  /** Name and tag, as the standard writes them: {@code Rows (0028,0010)}. */
  @Override
  public String toString() {
    return title + " (" + key.substring(0, 4) + "," + key.substring(4) + ")";
  }
}
