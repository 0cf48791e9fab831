package dev.dicomwebdump.exchange;

import java.util.Locale;

/**
 * Why a resource was not had, or not whole.
 *
 * @param kind the short published name of what went wrong
 * @param message one line for a person; holds no secret
 */
public record Problem(Kind kind, String message) {

  private static final int LONGEST = 500;

  /** Words of the server's may be in the message: whatever steers a terminal is taken out. */
  public Problem {
    String line = message.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    message = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /** The published kinds; {@code docs/format.md} lists them. */
  public enum Kind {
    /** The server answered with a status that is not a success. */
    STATUS,
    /** No connection, or it broke before a response began. */
    CONNECT,
    /** The TLS handshake failed. */
    TLS,
    /** The proxy wants credentials, or refuses those that were given. */
    PROXY,
    /** A time limit passed. */
    TIMEOUT,
    /** The response broke off; or a search names less than there is. */
    TRUNCATED,
    /** The body is larger than the user allows. */
    TOO_LARGE,
    /** The body is not the multipart that it claims to be. */
    MULTIPART,
    /** The media type is not one of what was asked for. */
    CONTENT_TYPE,
    /** The content coding is unknown or broken. */
    CONTENT_CODING,
    /** The body is not DICOM JSON. */
    JSON,
    /** The body is not a DICOM file (PS3.10). */
    DICOM,
    /** A UID is missing, cannot be a name, or is not the one that was asked for. */
    UID,
    /** A redirect leads nowhere, or goes on for ever. */
    REDIRECT,
    /** A BulkDataURI leads nowhere, or where the user does not let it lead. */
    ADDRESS,
    /** The server breaks HTTP. */
    PROTOCOL,
    /** The run was ended while the request was in flight. */
    CANCELLED;

    /** The name in records and summaries: lower case, words joined by a hyphen. */
    public String published() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
