package dev.dicomwebdump.archive;

/**
 * Whether frames and instances came in the transfer syntax in which the server holds them.
 * Immutable.
 *
 * @param asStored asked for with {@code transfer-syntax=*}
 * @param maybeTranscoded asked for without, so that the server may have transcoded
 * @param unknown the response does not tell
 */
public record TransferSyntaxCounts(long asStored, long maybeTranscoded, long unknown) {}
