package dev.dicomwebdump.testkit.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Replies that are whole on the wire, and whose multipart body is wrong or odd (RFC 2046 section
 * 5.1). What is not multipart stays as it is.
 */
public final class Multiparts {
  private static final String END = "\r\n--" + Multipart.BOUNDARY + "--\r\n";
  private static final String DELIMITER = "--" + Multipart.BOUNDARY + "\r\n";

  private Multiparts() {}

  /** Another payload in its first part. */
  public static Reply payload(UnaryOperator<byte[]> change) {
    return firstPart(
        part -> new Part(part.contentType(), Body.of(change.apply(part.body().bytes()))));
  }

  /** Another Content-Type of its first part. */
  public static Reply partType(String contentType) {
    return firstPart(part -> new Part(contentType, part.body()));
  }

  /** The first part twice. */
  public static Reply partTwice() {
    return parts(parts -> List.of(parts.get(0), parts.get(0)));
  }

  /** The closing delimiter alone. */
  public static Reply withoutParts() {
    return parts(parts -> List.of());
  }

  /** All but the closing delimiter. */
  public static Reply withoutEnd() {
    return text(text -> text.replace(END, "\r\n"));
  }

  /** The end of the body, and so many bytes of the last payload before it, are not there. */
  public static Reply cutInPart(int bytes) {
    return text(text -> text.substring(0, text.length() - END.length() - bytes));
  }

  /** No line of it is a delimiter. */
  public static Reply withoutDelimiters() {
    return text(text -> text.replace("--" + Multipart.BOUNDARY, "++" + Multipart.BOUNDARY));
  }

  /** The Content-Length of each part is another. */
  public static Reply partLength(long length) {
    return text(
        text -> text.replaceAll("\r\nContent-Length: [0-9]+", "\r\nContent-Length: " + length));
  }

  /** A line among the headers of each part that is no header. */
  public static Reply badPartHeader() {
    return text(text -> text.replace(DELIMITER, DELIMITER + "no header\r\n"));
  }

  /** Parts without headers. */
  public static Reply withoutPartHeaders() {
    return text(text -> text.replaceAll("\r\nContent-(Type|Length): [^\r]*", ""));
  }

  /** Text before the first delimiter. */
  public static Reply preamble(String preamble) {
    return text(text -> preamble + "\r\n" + text);
  }

  /** Text after the closing delimiter. */
  public static Reply epilogue(String epilogue) {
    return text(text -> text + epilogue);
  }

  /** LF in place of CR LF, in payloads too. */
  public static Reply linesInLf() {
    return text(text -> text.replace("\r\n", "\n"));
  }

  private static Reply firstPart(UnaryOperator<Part> change) {
    return parts(parts -> List.of(change.apply(parts.get(0))));
  }

  private static Reply parts(UnaryOperator<List<Part>> change) {
    return (request, normal) ->
        normal.body() instanceof Multipart body
            ? normal.withBody(new Multipart(body.type(), change.apply(body.parts())))
            : normal;
  }

  private static Reply text(UnaryOperator<String> change) {
    return (request, normal) ->
        normal.body() instanceof Multipart body
            ? normal.withBody(Body.of(changed(body.bytes(), change)))
            : normal;
  }

  /** Bytes as the characters of the same numbers, and back. */
  private static byte[] changed(byte[] bytes, UnaryOperator<String> change) {
    return change
        .apply(new String(bytes, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
