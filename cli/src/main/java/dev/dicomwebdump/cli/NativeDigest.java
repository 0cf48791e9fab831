package dev.dicomwebdump.cli;

import java.security.Provider;
import java.security.Security;
import org.conscrypt.Conscrypt;

/**
 * SHA-256 in native code, where there is some for this machine. The program is compiled for a quick
 * start, and Java's own SHA-256 needs the slow one to be fast: {@code
 * docs/adr/0022-compiled-for-the-start.md}.
 */
final class NativeDigest {

  private NativeDigest() {}

  /** Makes it ready by another thread; whoever begins a digest before that has Java's own. */
  static void prepare() {
    Thread loader = new Thread(NativeDigest::load, "native-digest");
    loader.setDaemon(true);
    loader.start();
  }

  private static void load() {
    if (Conscrypt.isAvailable()) {
      Security.insertProviderAt(new Sha256(), 1);
    }
  }

  /** Conscrypt's SHA-256 and nothing else of it. */
  private static final class Sha256 extends Provider {
    private static final long serialVersionUID = 1L;

    Sha256() {
      super("dicomweb-dump", "1", "SHA-256 in native code");
      put("MessageDigest.SHA-256", "org.conscrypt.OpenSSLMessageDigestJDK$SHA256");
    }
  }
}
