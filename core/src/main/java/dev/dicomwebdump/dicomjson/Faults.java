package dev.dicomwebdump.dicomjson;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** Says what is wrong with a document, and where, in words of its own. */
final class Faults {

  private final JsonParser parser;
  private final Utf8Reader text;

  Faults(JsonParser parser, Utf8Reader text) {
    this.parser = parser;
    this.text = text;
  }

  /** The document is JSON so far, but not DICOM JSON. */
  DicomJsonException notDicom(String what) {
    return new DicomJsonException(what + where(), false);
  }

  /** The document ends before it began. */
  DicomJsonException empty() {
    return new DicomJsonException("the document is empty", true);
  }

  /**
   * The same fault without the parser's message, and not with it as a cause: it may quote the
   * document.
   */
  DicomJsonException of(JsonProcessingException fault) {
    if (fault instanceof StreamConstraintsException) {
      return new DicomJsonException(limit() + where(), false);
    }
    boolean cut = fault instanceof JsonEOFException || text.brokeOff();
    return new DicomJsonException((cut ? "the JSON breaks off" : "not JSON") + where(), cut);
  }

  private String limit() {
    return parser.getParsingContext().getNestingDepth() >= DatasetReader.MOST_NESTED
        ? "nested more than " + DatasetReader.MOST_NESTED + " deep"
        : "a name, a number or a value is too long";
  }

  private String where() {
    JsonLocation location = parser.currentLocation();
    return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
