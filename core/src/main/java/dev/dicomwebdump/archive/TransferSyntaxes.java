package dev.dicomwebdump.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which transfer syntax was asked for, and which ones the response tells: PS3.18 section 8.7.3.
 * Each is as it was sent, or null where it was not told. Immutable.
 *
 * @param asked the parameter in Accept, mostly {@code *}
 * @param header the parameter in the response's Content-Type
 * @param parts the parameter in each part's Content-Type, in order; holds nulls
 * @param file (0002,0010) of a DICOM file
 */
public record TransferSyntaxes(
    @Nullable String asked,
    @Nullable String header,
    List<@Nullable String> parts,
    @Nullable String file) {

  public TransferSyntaxes {
    parts = Collections.unmodifiableList(new ArrayList<>(parts));
  }
}
