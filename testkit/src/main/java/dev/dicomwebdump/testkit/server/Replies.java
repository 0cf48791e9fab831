package dev.dicomwebdump.testkit.server;

import dev.dicomwebdump.testkit.server.Delivery.Framing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Replies that are whole, though not always what a client hopes for. */
public final class Replies {
  private Replies() {}

  /** The normal answer. */
  public static Reply normal() {
    return (request, normal) -> normal;
  }

  /** A status with no body and no Content-Type. */
  public static Reply status(int status) {
    return (request, normal) -> Answer.of(status, Body.of(""));
  }

  /** A status with a body. */
  public static Reply status(int status, String contentType, String body) {
    return (request, normal) -> Answer.of(status, contentType, Body.of(body));
  }

  /** A redirect; the location is sent as it stands here, be it relative or not. */
  public static Reply redirect(int status, String location) {
    return status(status).header("Location", location);
  }

  /** The normal answer as another type. */
  public static Reply contentType(String value) {
    return normal().contentType(value);
  }

  /** The normal answer with no boundary parameter; as it is where it is not multipart. */
  public static Reply withoutBoundary() {
    return (request, normal) ->
        normal.body() instanceof Multipart body
            ? retyped(normal, "multipart/related; type=\"" + body.type() + "\"")
            : normal;
  }

  /**
   * The payload of the normal answer's first part, with that part's type, and no multipart; as it
   * is where it is not multipart.
   */
  public static Reply singlePart() {
    return (request, normal) -> {
      if (normal.body() instanceof Multipart body) {
        Part first = body.parts().get(0);
        return retyped(normal, first.contentType()).withBody(first.body());
      }
      return normal;
    };
  }

  /** The normal answer in gzip, asked for or not. */
  public static Reply gzip() {
    return normal().body(Replies::gzipped).header("Content-Encoding", "gzip");
  }

  /** The normal answer with no Content-Length: in chunks on HTTP/1.1. */
  public static Reply chunked() {
    return framed(Framing.CHUNKED);
  }

  /** The normal answer with no length at all: on HTTP/1.1 the connection's end is the body's. */
  public static Reply untilClose() {
    return framed(Framing.UNTIL_CLOSE);
  }

  /** The page on which a proxy wants the user to log in, with status 200. */
  public static Reply loginPage() {
    return status(
        200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Log in</title><form></form>");
  }

  private static Reply framed(Framing framing) {
    return (request, normal) -> normal.with(normal.delivery().framed(framing));
  }

  private static Answer retyped(Answer answer, String contentType) {
    return answer.withoutHeader("Content-Type").withHeader("Content-Type", contentType);
  }

  private static byte[] gzipped(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
