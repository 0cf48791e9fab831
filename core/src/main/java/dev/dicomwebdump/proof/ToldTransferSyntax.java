package dev.dicomwebdump.proof;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transfer syntax of a response's payload, wherever it is told. On conflict the file wins:
 * PS3.18 section 8.7.3.
 *
 * @param header by the response's Content-Type; null when not
 * @param parts by each part's Content-Type, null where not; empty when the response is no multipart
 * @param file by (0002,0010) of a DICOM file; null when there is none
 */
public record ToldTransferSyntax(
    @Nullable String header, List<@Nullable String> parts, @Nullable String file) {

  /** Nothing is told. */
  public static final ToldTransferSyntax NONE = new ToldTransferSyntax(null, List.of(), null);

  public ToldTransferSyntax {
    parts = Collections.unmodifiableList(parts);
  }
}
