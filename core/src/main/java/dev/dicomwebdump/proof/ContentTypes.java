package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;

/** What media types mean to a proof. */
final class ContentTypes {

  private static final int LONGEST = 100;

  private ContentTypes() {}

  static boolean isHtml(MediaType type) {
    return type.type().equals("text/html") || type.type().equals("application/xhtml+xml");
  }

  /** Whether the type is of something for people or programs to read, which no pixel data is. */
  static boolean isText(MediaType type) {
    return type.type().startsWith("text/")
        || type.type().endsWith("json")
        || type.type().endsWith("xml");
  }

  /** Whether the type is of compressed pixels. */
  static boolean isPicture(MediaType type) {
    return type.type().startsWith("image/") || type.type().startsWith("video/");
  }

  static String shown(MediaType type) {
    String shown = type.type().length() > LONGEST ? type.type().substring(0, LONGEST) : type.type();
    return shown.isEmpty() ? "missing" : shown;
  }
}
