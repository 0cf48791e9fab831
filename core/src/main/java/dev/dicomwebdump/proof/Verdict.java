package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.multipart.MultipartIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a response turned out to be.
 *
 * @param problem why it is not what was asked for, or not whole; null when it is
 * @param notes deviations that were accepted, each a line
 * @param multipart where its parts lie; null when it is no multipart
 * @param told the transfer syntaxes that it tells
 * @param contentBytes its length after content decoding
 */
public record Verdict(
    @Nullable Problem problem,
    List<String> notes,
    @Nullable MultipartIndex multipart,
    ToldTransferSyntax told,
    long contentBytes) {

  public Verdict {
    notes = List.copyOf(notes);
  }
}
