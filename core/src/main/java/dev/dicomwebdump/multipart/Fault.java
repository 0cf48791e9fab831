package dev.dicomwebdump.multipart;

/** Why a body is not a whole and sound multipart body. */
public enum Fault {
  /** No line of the body is a delimiter. */
  NO_DELIMITER("the body has no delimiter", false),
  /** The body ended after a delimiter or after a whole part. */
  NOT_CLOSED("the body ends without the closing delimiter", true),
  /** The body ended inside a part: in its headers, in its payload, or before its Content-Length. */
  CUT_IN_PART("the body ends inside a part", true),
  /** The delimiter after a part is not where its Content-Length says. The index is sound. */
  LENGTH_DIFFERS("a part is not as long as its Content-Length says", false),
  /** A line of a part's headers is not a header field. */
  BAD_HEADER("a part has a line among its headers that is not a header", false),
  /**
   * The headers of a part are longer than {@link MultipartScanner#MAX_HEADER_BYTES}, or have more
   * lines than {@link MultipartScanner#MAX_HEADER_LINES}, or those of all parts are longer than
   * {@link MultipartScanner#MAX_ALL_HEADER_BYTES}.
   */
  HEADERS_TOO_LONG("the headers of a part are too long", false),
  /** The body has more parts than are read. */
  TOO_MANY_PARTS("the body has too many parts", false);

  private final String text;
  private final boolean cut;

  Fault(String text, boolean cut) {
    this.text = text;
    this.cut = cut;
  }

  /** One line for a person. */
  public String text() {
    return text;
  }

  /** Whether the body broke off, so that asking again may help; if not, it is malformed. */
  public boolean isCut() {
    return cut;
  }
}
