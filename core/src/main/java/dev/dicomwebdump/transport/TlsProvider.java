package dev.dicomwebdump.transport;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;

/**
 * Who does the work of TLS: Conscrypt, in native code, where it has a native part; else the Java
 * runtime. Whom to trust the runtime's trust managers decide with both.
 */
final class TlsProvider {

  private static final @Nullable Provider CONSCRYPT = conscrypt();

  private TlsProvider() {}

  /** Whether it is the Java runtime's own. */
  static boolean isOfTheRuntime() {
    return CONSCRYPT == null;
  }

  /**
   * A context that makes sockets.
   *
   * @param shown has the certificate that is shown to servers; null for none
   */
  static SSLContext context(KeyManager @Nullable [] shown, X509TrustManager trustManager)
      throws GeneralSecurityException {
    boolean own = CONSCRYPT == null;
    SSLContext context =
        own ? SSLContext.getInstance("TLS") : SSLContext.getInstance("TLS", CONSCRYPT);
    TrustManager asked = own ? trustManager : new ConscryptTrust(trustManager);
    context.init(shown, new TrustManager[] {asked}, null);
    return context;
  }

  /**
   * The name of a server for its socket: null for one that SNI (RFC 6066 section 3) cannot name,
   * since Conscrypt refuses it. Whether the certificate is for it is checked all the same.
   */
  static @Nullable String nameable(String host) {
    return host.indexOf('_') < 0 ? host : null;
  }

  private static @Nullable Provider conscrypt() {
    return Conscrypt.isAvailable()
        ? Conscrypt.newProviderBuilder().provideTrustManager(false).build()
        : null;
  }
}
