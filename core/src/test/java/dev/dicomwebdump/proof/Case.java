package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.multipart.PartListener;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A response and what it should turn out to be.
 *
 * @param name tells the case in reports
 * @param contentType empty for none
 * @param body its bytes as characters of ISO-8859-1
 */
record Case(
    String name,
    Resource asked,
    int status,
    String contentType,
    String body,
    Problem.@Nullable Kind problem,
    List<String> notes,
    ToldTransferSyntax told) {

  /** A response with status 200 and nothing odd. */
  static Case of(String name, Resource asked, String contentType, byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return new Case(name, asked, 200, contentType, text, null, List.of(), ToldTransferSyntax.NONE);
  }

  Case status(int changed) {
    return new Case(name, asked, changed, contentType, body, problem, notes, told);
  }

  Case problem(Problem.Kind kind) {
    return new Case(name, asked, status, contentType, body, kind, notes, told);
  }

  Case notes(String... accepted) {
    return new Case(name, asked, status, contentType, body, problem, List.of(accepted), told);
  }

  Case tells(ToldTransferSyntax syntaxes) {
    return new Case(name, asked, status, contentType, body, problem, notes, syntaxes);
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The verdict on the body in one piece. */
  Verdict whole(PartListener payloads) {
    ResponseProof proof = proof(payloads);
    proof.content(bytes(), 0, body.length());
    return proof.end(() -> new ByteArrayInputStream(bytes()));
  }

  /** The verdict on the body in pieces by chance, from a buffer that is used again and again. */
  Verdict inPieces(Random random, PartListener payloads) {
    ResponseProof proof = proof(payloads);
    byte[] buffer = new byte[40];
    for (int at = 0; at < body.length(); ) {
      random.nextBytes(buffer);
      int offset = random.nextInt(8);
      int length = Math.min(random.nextInt(32), body.length() - at);
      System.arraycopy(bytes(), at, buffer, offset, length);
      proof.content(buffer, offset, length);
      at += length;
    }
    return proof.end(() -> new ByteArrayInputStream(bytes()));
  }

  ResponseProof proof(PartListener payloads) {
    return new ResponseProofs().begin(asked, Pixels.NONE, head(), payloads);
  }

  ResponseHead head() {
    List<Header> headers = new ArrayList<>();
    if (!contentType.isEmpty()) {
      headers.add(new Header("Content-Type", contentType));
    }
    if (!asked.kind().isSearch()) {
      headers.add(new Header("Content-Length", Integer.toString(body.length())));
    }
    return new ResponseHead("HTTP/1.1", status, "", new Headers(headers));
  }

  @Override
  public String toString() {
    return name;
  }
}
