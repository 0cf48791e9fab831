package dev.dicomwebdump.transport;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A trust manager for Conscrypt, which in TLS 1.3 has another word for a key exchange that is not
 * known than the Java runtime: {@code GENERIC} for {@code UNKNOWN}.
 */
final class ConscryptTrust extends X509ExtendedTrustManager {

  private final X509TrustManager manager;

  ConscryptTrust(X509TrustManager manager) {
    this.manager = manager;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String exchange)
      throws CertificateException {
    manager.checkServerTrusted(chain, known(exchange));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String exchange, Socket socket)
      throws CertificateException {
    if (manager instanceof X509ExtendedTrustManager extended) {
      extended.checkServerTrusted(chain, known(exchange), socket);
    } else {
      checkServerTrusted(chain, exchange);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String exchange, SSLEngine engine)
      throws CertificateException {
    if (manager instanceof X509ExtendedTrustManager extended) {
      extended.checkServerTrusted(chain, known(exchange), engine);
    } else {
      checkServerTrusted(chain, exchange);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String exchange)
      throws CertificateException {
    throw new CertificateException("no server is here that clients could ask");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String exchange, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, exchange);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String exchange, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, exchange);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return manager.getAcceptedIssuers();
  }

  private static String known(String exchange) {
    return exchange.equals("GENERIC") ? "UNKNOWN" : exchange;
  }
}
