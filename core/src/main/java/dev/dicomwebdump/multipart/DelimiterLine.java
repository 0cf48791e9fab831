package dev.dicomwebdump.multipart;

/**
 * What a line is.
 *
 * @param kind whether it is a delimiter
 * @param end the index at which to read on: behind the line, or for a closing delimiter behind its
 *     blanks
 * @param crlf whether it ends in CR LF
 */
record DelimiterLine(Kind kind, int end, boolean crlf) {

  enum Kind {
    /** A part follows. */
    OPENING,
    /** No part follows. */
    CLOSING,
    /** Too little of the line has come to know. */
    UNDECIDED,
    /** Not a delimiter. */
    OTHER
  }

  static final DelimiterLine UNDECIDED = new DelimiterLine(Kind.UNDECIDED, -1, false);
  static final DelimiterLine OTHER = new DelimiterLine(Kind.OTHER, -1, false);

  boolean isDelimiter() {
    return kind == Kind.OPENING || kind == Kind.CLOSING;
  }

  boolean isClosing() {
    return kind == Kind.CLOSING;
  }

  boolean isUndecided() {
    return kind == Kind.UNDECIDED;
  }
}
