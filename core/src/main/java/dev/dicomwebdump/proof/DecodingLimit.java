package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How far compressed content may expand: to as many bytes as a body may have, and, once it is
 * large, not out of all proportion. Little that is worth compressing shrinks to a half percent.
 *
 * @param mostBytes the most bytes of decoded content
 */
public record DecodingLimit(ByteSize mostBytes) {

  private static final long LARGE = 1L << 30;
  private static final long MOST_RATIO = 200;

  /** Why so many decoded bytes are too many for so many coded ones; null when they are not. */
  public @Nullable Problem problem(long decoded, long coded) {
    if (decoded > mostBytes.bytes()) {
      return new Problem(Problem.Kind.TOO_LARGE, "the decoded content has more than " + mostBytes);
    }
    return decoded > LARGE && decoded / MOST_RATIO > coded
        ? new Problem(
            Problem.Kind.CONTENT_CODING,
            "the content expands to more than 1 GiB and %d times its size".formatted(MOST_RATIO))
        : null;
  }
}
