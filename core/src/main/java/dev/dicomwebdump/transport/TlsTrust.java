package dev.dicomwebdump.transport;

import dev.dicomwebdump.transport.TransportSettings.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom to trust on https. */
public final class TlsTrust {

  private static final String KEY_STORE = "javax.net.ssl.keyStore";

  private TlsTrust() {}

  /** Whom the Java runtime trusts. */
  public static Tls runtime() {
    try {
      X509TrustManager trustManager = trustManager(null);
      // Properties of the runtime may name a certificate of ours, which its own context shows.
      boolean own = TlsProvider.isOfTheRuntime() || System.getProperty(KEY_STORE) != null;
      SSLContext context = own ? SSLContext.getDefault() : TlsProvider.context(null, trustManager);
      return new Tls(context, trustManager, true);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java runtime has no TLS", e);
    }
  }

  /**
   * Whom the Java runtime trusts, and the authorities of a file.
   *
   * @param pem a file of one or more X.509 certificates in PEM form
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when it holds no certificates; the message names the file
   */
  public static Tls withAuthorities(Path pem) throws IOException {
    Collection<? extends Certificate> added = certificates(pem);
    try {
      List<Certificate> all = new ArrayList<>(List.of(trustManager(null).getAcceptedIssuers()));
      all.addAll(added);
      X509TrustManager trustManager = trustManager(storeOf(all));
      return new Tls(TlsProvider.context(null, trustManager), trustManager, true);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(pem + " cannot be trusted: " + e.getMessage(), e);
    }
  }

  /** Whoever answers: any certificate, whatever host it names. */
  public static Tls insecure() {
    X509TrustManager trustManager = new TrustAnyone();
    try {
      return new Tls(TlsProvider.context(null, trustManager), trustManager, false);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java runtime has no TLS", e);
    }
  }

  /** The same trust, with sockets that show a certificate to a server that asks for one. */
  static Tls showing(ClientCertificate certificate, Tls tls) {
    try {
      SSLContext context = TlsProvider.context(certificate.keyManagers(), tls.trustManager());
      return new Tls(context, tls.trustManager(), tls.verifyHostname());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java runtime has no TLS", e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path pem) throws IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new IllegalArgumentException(pem + " holds no certificate");
      }
      return found;
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          pem + " holds no certificates in PEM form: " + e.getMessage(), e);
    }
  }

  private static KeyStore storeOf(List<Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    return store;
  }

  /** The trust manager for a store, or, when it is null, for the runtime's own. */
  private static X509TrustManager trustManager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager trustManager : factory.getTrustManagers()) {
      if (trustManager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("no trust manager for X.509 certificates");
  }
}
