package dev.dicomwebdump.multipart;

/** What is odd about a multipart body, but leaves no doubt about what its parts are. */
public enum Deviation {
  /** No boundary was given; the first line that begins with two hyphens told it. */
  BOUNDARY_FROM_BODY("the boundary parameter is missing; it was taken from the body"),
  /** The first delimiter comes after empty lines. */
  LEADING_BLANK_LINE("empty lines come before the first delimiter"),
  /** The first delimiter comes after other text. */
  PREAMBLE("a preamble comes before the first delimiter"),
  /** Lines end in LF alone, where CR LF is asked for. */
  LF_ONLY("lines end in LF, not in CR LF"),
  /** A part has no header fields. */
  NO_HEADERS("a part has no headers"),
  /** A delimiter follows the header lines without an empty line; the part is empty. */
  NO_BLANK_LINE("a part has no empty line after its headers"),
  /** Two delimiters follow each other; that is not a part. */
  NOTHING_BETWEEN("two delimiters have nothing between them"),
  /** A payload has a line that begins like a delimiter. */
  BOUNDARY_IN_DATA("a line inside a part begins like a delimiter"),
  /** Something other than blanks and line ends follows the closing delimiter. */
  EPILOGUE("an epilogue comes after the closing delimiter"),
  /** In the epilogue there is a line that begins like a delimiter. */
  DELIMITER_AFTER_CLOSE("a line after the closing delimiter begins like a delimiter");

  private final String text;

  Deviation(String text) {
    this.text = text;
  }

  /** One line for a person. */
  public String text() {
    return text;
  }
}
