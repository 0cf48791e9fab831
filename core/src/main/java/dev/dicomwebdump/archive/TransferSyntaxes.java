package dev.dicomwebdump.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which transfer syntax was asked for, and which ones the response tells: PS3.18 section 8.7.3.
 * Each is as it was sent, or null where it was not told. Immutable.
 *
 * @param asked the parameter in Accept, mostly {@code *}; null too where its media ranges differ
 * @param header the parameter in the response's Content-Type
 * @param parts the parameter in each part's Content-Type, in order; holds nulls
 * @param file (0002,0010) of a DICOM file
 */
public record TransferSyntaxes(
    @Nullable String asked,
    @Nullable String header,
    List<@Nullable String> parts,
    @Nullable String file) {

  private static final String AS_STORED = "*";

  public TransferSyntaxes {
    parts = Collections.unmodifiableList(new ArrayList<>(parts));
  }

  /** Whether the payload may not be as the server holds it. */
  public Transcoding transcoding() {
    if (AS_STORED.equals(asked)) {
      return Transcoding.AS_STORED;
    }
    return told().isEmpty() ? Transcoding.UNKNOWN : Transcoding.MAYBE;
  }

  /** Whether one was asked for by its UID, and the response tells another. */
  public boolean isOtherThanAsked() {
    return asked != null
        && !asked.equals(AS_STORED)
        && told().stream().anyMatch(one -> !one.equals(asked));
  }

  /** On conflict the file wins, then the part: PS3.18 section 8.7.3. */
  private List<String> told() {
    if (file != null) {
      return List.of(file);
    }
    List<String> ofParts = new ArrayList<>();
    for (String part : parts) {
      if (part != null) {
        ofParts.add(part);
      }
    }
    return ofParts.isEmpty() && header != null ? List.of(header) : ofParts;
  }
}
