package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs each request with AWS Signature Version 4, anew for each attempt, since a signature holds
 * for some minutes only. Signed are the path, the query, and the headers Host and X-Amz-*.
 */
public final class SignatureV4 implements Credentials {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final AwsKeys keys;
  private final String region;
  private final String service;
  private final InstantSource clock;

  /**
   * @param keys who signs
   * @param region such as {@code us-east-1}
   * @param service such as {@code medical-imaging}
   * @throws IllegalArgumentException when one of them cannot stand in a header
   */
  public SignatureV4(AwsKeys keys, String region, String service) {
    this(keys, region, service, InstantSource.system());
  }

  SignatureV4(AwsKeys keys, String region, String service, InstantSource clock) {
    Header.sendable("Authorization", keys.accessKeyId() + region + service);
    if (keys.sessionToken() != null) {
      Header.sendable("X-Amz-Security-Token", keys.sessionToken());
    }
    this.keys = keys;
    this.region = region;
    this.service = service;
    this.clock = clock;
  }

  @Override
  public Request authorize(Request request) {
    String time = TIME.format(clock.instant());
    Request timed = request.with("X-Amz-Date", time);
    if (keys.sessionToken() != null) {
      timed = timed.with("X-Amz-Security-Token", keys.sessionToken());
    }
    return timed.with("Authorization", authorization(new CanonicalRequest(timed), time));
  }

  private String authorization(CanonicalRequest request, String time) {
    String date = time.substring(0, 8);
    String scope = String.join("/", date, region, service, "aws4_request");
    String toSign = String.join("\n", ALGORITHM, time, scope, hash(request.text()));
    return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
        .formatted(
            ALGORITHM,
            keys.accessKeyId(),
            scope,
            request.signedHeaders(),
            HexFormat.of().formatHex(hmac(signingKey(date), toSign)));
  }

  private byte[] signingKey(String date) {
    byte[] secret = ("AWS4" + keys.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
    return hmac(hmac(hmac(hmac(secret, date), region), service), "aws4_request");
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java runtime has no SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java runtime has no HMAC-SHA256", e);
    }
  }
}
