package dev.dicomwebdump.verify;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that is wrong with a dump. What would not show on a line is replaced by question marks,
 * since names and messages may come from anywhere. Immutable.
 *
 * @param file the file, relative to the folder that was verified
 * @param kind in short
 * @param message in one line, for a person
 */
public record Finding(String file, Kind kind, String message) {

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  /** The published kinds; {@code docs/format.md} lists them. */
  public enum Kind {
    /** A record that is none, contradicts itself, or lies where another belongs. */
    RECORD,
    /** A resource that was recorded as failed or incomplete. */
    OUTCOME,
    /** A file has not the length or digest that was recorded. */
    CHANGED,
    /** A response is not what was asked for, or not what its record says that it is. */
    PROOF,
    /** Something that should be there is not. */
    MISSING,
    /** Metadata names something that could not be asked for. */
    UNUSABLE,
    /** SHA256SUMS and the files do not agree. */
    SUMS,
    /** A summary is none, or not there; or it alone tells that something is missing. */
    SUMMARY,
    /** A file or folder that belongs to no record. */
    STRAY,
    /** A file that was left under its temporary name. */
    LEFTOVER,
    /** A link or other thing that is neither file nor folder. */
    LINK,
    /** A file or folder that cannot be read. */
    UNREADABLE;

    /** The name in documents. */
    public String published() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Finding {
    file = UNSEEN.matcher(file).replaceAll("?");
    message = UNSEEN.matcher(message).replaceAll("?");
  }

  /** The finding in one line. */
  @Override
  public String toString() {
    return file + ": " + message;
  }
}
