package dev.dicomwebdump.archive;

/**
 * Whether frames and instances came in the transfer syntax in which the server holds them.
 * Immutable.
 *
 * @param asStored asked for with {@code transfer-syntax=*}
 * @param maybeTranscoded asked for otherwise, and the response tells a transfer syntax
 * @param unknown asked for otherwise, and the response tells none
 */
public record TransferSyntaxCounts(long asStored, long maybeTranscoded, long unknown) {

  /** Of no frames and no instances. */
  public static final TransferSyntaxCounts NONE = new TransferSyntaxCounts(0, 0, 0);

  /** These and one more. */
  public TransferSyntaxCounts plus(Transcoding one) {
    return plus(
        switch (one) {
          case AS_STORED -> new TransferSyntaxCounts(1, 0, 0);
          case MAYBE -> new TransferSyntaxCounts(0, 1, 0);
          case UNKNOWN -> new TransferSyntaxCounts(0, 0, 1);
        });
  }

  /** These and others. */
  public TransferSyntaxCounts plus(TransferSyntaxCounts others) {
    return new TransferSyntaxCounts(
        asStored + others.asStored,
        maybeTranscoded + others.maybeTranscoded,
        unknown + others.unknown);
  }
}
