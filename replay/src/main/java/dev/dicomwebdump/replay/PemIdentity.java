package dev.dicomwebdump.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate and its key from PEM files: RFC 7468. */
final class PemIdentity {

  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private PemIdentity() {}

  /**
   * Reads both into a store in memory, without a password.
   *
   * @throws IOException when they cannot be read, or are not what they must be; the message says so
   */
  static KeyStore store(ReplaySettings.TlsFiles files) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate[] chain = chain(files.certificate());
      store.setKeyEntry("server", key(files.key(), chain[0]), new char[0], chain);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException(
          files.certificate()
              + " and "
              + files.key()
              + " are no certificate and its key: "
              + e.getMessage(),
          e);
    }
  }

  /** The certificates of a file, which may hold the key too. */
  private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    Matcher found = CERTIFICATE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    List<Certificate> chain = new ArrayList<>();
    while (found.find()) {
      byte[] bytes = Base64.getMimeDecoder().decode(found.group(1));
      chain.add(factory.generateCertificate(new ByteArrayInputStream(bytes)));
    }
    if (chain.isEmpty()) {
      throw new IOException(file + " holds no certificate (BEGIN CERTIFICATE)");
    }
    return chain.toArray(new Certificate[0]);
  }

  private static PrivateKey key(Path file, Certificate certificate)
      throws IOException, GeneralSecurityException {
    Matcher found = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!found.find()) {
      throw new IOException(
          file
              + " holds no private key as PKCS#8 (BEGIN PRIVATE KEY): openssl pkcs8 -topk8 -nocrypt"
              + " makes one");
    }
    byte[] key = Base64.getMimeDecoder().decode(found.group(1));
    return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
        .generatePrivate(new PKCS8EncodedKeySpec(key));
  }
}
