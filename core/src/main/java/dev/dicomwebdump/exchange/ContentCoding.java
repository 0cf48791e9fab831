package dev.dicomwebdump.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * How a response's content is coded: RFC 9110 section 8.4. Bodies are kept coded; reading decodes.
 */
public enum ContentCoding {
  /** As it is. */
  IDENTITY,
  /** RFC 1952. */
  GZIP,
  /** RFC 1950. */
  DEFLATE,
  /** One that cannot be decoded here, or several on top of each other. */
  UNKNOWN;

  /** The coding that the head tells. */
  public static ContentCoding of(Headers headers) {
    String told = headers.first("Content-Encoding");
    return switch (told == null ? "" : told.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      default -> UNKNOWN;
    };
  }

  /**
   * The decoded content. Closing it closes the coded stream, and so does a failure.
   *
   * @throws IOException when the coding is unknown, or the first bytes are not of this coding
   */
  public InputStream decode(InputStream coded) throws IOException {
    try {
      return decoder(coded);
    } catch (IOException e) {
      coded.close();
      throw e;
    }
  }

  private InputStream decoder(InputStream coded) throws IOException {
    return switch (this) {
      case IDENTITY -> coded;
      case GZIP -> new GZIPInputStream(coded, 1 << 16);
      case DEFLATE -> new InflaterInputStream(coded);
      case UNKNOWN -> throw new IOException("the content coding is not known");
    };
  }
}
