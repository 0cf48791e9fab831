package dev.dicomwebdump.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Whether a certificate is for a host: RFC 9110 section 4.3.4, RFC 6125 section 6.4. The runtime's
 * own check knows no hosts with an underscore.
 */
final class HostnameCheck {

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private HostnameCheck() {}

  /**
   * Checks the server's certificate.
   *
   * @param host in lower case; an IPv6 address without its brackets
   * @throws SSLPeerUnverifiedException when it is not for that host
   */
  static void require(String host, SSLSession session) throws SSLPeerUnverifiedException {
    Certificate[] chain = session.getPeerCertificates();
    if (!(chain[0] instanceof X509Certificate certificate) || !isFor(host, certificate)) {
      throw new SSLPeerUnverifiedException("the certificate is not for " + host);
    }
  }

  /** Whether one of the certificate's alternative names is that host. */
  static boolean isFor(String host, X509Certificate certificate) {
    boolean isAddress = isAddress(host);
    for (List<?> name : names(certificate)) {
      if (name.get(1) instanceof String text) {
        boolean same =
            isAddress
                ? name.get(0).equals(IP_ADDRESS) && isSameAddress(host, text)
                : name.get(0).equals(DNS_NAME) && isSameName(host, text);
        if (same) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether that is an address and not a name. */
  static boolean isAddress(String host) {
    return ADDRESS.matcher(host).matches();
  }

  private static Collection<List<?>> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null ? List.of() : names;
    } catch (CertificateParsingException e) {
      return List.of(); // A certificate whose names cannot be read is for nobody.
    }
  }

  private static boolean isSameAddress(String host, String address) {
    try {
      return InetAddress.getByName(host).equals(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** A wildcard stands for one whole label, the first. */
  private static boolean isSameName(String host, String name) {
    String asked = withoutDot(host);
    String told = withoutDot(name.toLowerCase(Locale.ROOT));
    if (!told.startsWith("*.")) {
      return asked.equals(told);
    }
    int dot = asked.indexOf('.');
    return dot > 0 && asked.substring(dot).equals(told.substring(1));
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
