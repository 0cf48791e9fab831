package dev.dicomwebdump.testkit.dicom;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes data sets as DICOM JSON (PS3.18 annex F). Bulk values become a BulkDataURI; encapsulated
 * pixel data is left out, as Orthanc does.
 */
final class DicomJsonEncoder {
  private final String bulkDataBase;

  /**
   * @param bulkDataBase what a BulkDataURI begins with; the tag in eight hex digits follows
   */
  DicomJsonEncoder(String bulkDataBase) {
    this.bulkDataBase = bulkDataBase;
  }

  String encode(DataSet dataSet) {
    return dataSet.elements().stream()
        .map(this::member)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private @Nullable String member(Element element) {
    if (element instanceof Element.Fragments) {
      return null;
    }
    String name = hex(element.tag());
    return quoted(name) + ":{\"vr\":" + quoted(element.vr().name()) + value(name, element) + "}";
  }

  private String value(String name, Element element) {
    if (element instanceof Element.Bulk) {
      return ",\"BulkDataURI\":" + quoted(bulkDataBase + name);
    }
    String values = values(element);
    return values.isEmpty() ? "" : ",\"Value\":[" + values + "]";
  }

  private String values(Element element) {
    if (element instanceof Element.Text text) {
      return text.values().stream()
          .map(value -> text(text.vr(), value))
          .collect(Collectors.joining(","));
    }
    if (element instanceof Element.Sequence sequence) {
      return sequence.items().stream().map(this::encode).collect(Collectors.joining(","));
    }
    return Integer.toUnsignedString(((Element.Unsigned) element).value());
  }

  private static String text(Vr vr, String value) {
    if (vr == Vr.IS || vr == Vr.DS) {
      return value;
    }
    return vr == Vr.PN ? "{\"Alphabetic\":" + quoted(value) + "}" : quoted(value);
  }

  static String hex(int tag) {
    return String.format(Locale.ROOT, "%08X", tag);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
