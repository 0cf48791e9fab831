package dev.dicomwebdump.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The content security policy of the page (W3C CSP Level 3): nothing is loaded, from anywhere. */
final class ContentPolicy {

  private ContentPolicy() {}

  /** The policy under which just this script and this style work, and pictures in the page. */
  static String allowing(String script, String style) {
    return "default-src 'none'; script-src '"
        + digest(script)
        + "'; style-src '"
        + digest(style)
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String digest(String content) {
    try {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
