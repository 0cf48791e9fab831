package dev.dicomwebdump.archive;

/**
 * The files of one resource: its body, and what may lie beside it. Paths are as in {@link Layout}.
 * Immutable.
 *
 * @param body the body; there only when the response is whole and a success
 */
public record EntryFiles(String body) {

  /** The ending of every record's name. */
  static final String RECORD_ENDING = ".dump.json";

  /** The record, which alone says that the resource was asked for and what came. */
  public String record() {
    return body + RECORD_ENDING;
  }

  /** What the server said in a response that is not a success. */
  public String error() {
    return body + ".error";
  }

  /** What came of a response that broke off. */
  public String partial() {
    return body + ".partial";
  }

  /** The payload: the one part's, or the whole body's where it is not multipart. */
  public String payload() {
    return body + ".bin";
  }

  /**
   * The files of a response that a later one took the place of.
   *
   * @param number which one, from 1
   */
  public EntryFiles former(int number) {
    return new EntryFiles(body + "." + number);
  }

  /**
   * The payload of one of several parts.
   *
   * @param part the part's number, from 1
   */
  public String payload(int part) {
    return body + "." + part + ".bin";
  }
}
