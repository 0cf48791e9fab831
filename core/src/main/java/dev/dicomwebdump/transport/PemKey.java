package dev.dicomwebdump.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A certificate and its private key out of PEM text: RFC 7468. */
final class PemKey {

  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ((?:[A-Z]+ )*)(CERTIFICATE|PRIVATE KEY)-----([^-]*)-----END \\1\\2-----");

  private PemKey() {}

  /**
   * A store of both.
   *
   * @param password opens an encrypted key
   * @throws GeneralSecurityException when they are not there, or the password is wrong
   */
  static KeyStore store(String certificateText, String keyText, char[] password)
      throws GeneralSecurityException, IOException {
    Certificate[] chain = chain(certificateText);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Key key = key(keyText, chain[0].getPublicKey().getAlgorithm(), password);
    store.setKeyEntry("client", key, password, chain);
    return store;
  }

  private static Certificate[] chain(String text) throws CertificateException {
    StringBuilder blocks = new StringBuilder();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(2).equals("CERTIFICATE")) {
        blocks.append(block.group()).append('\n');
      }
    }
    byte[] bytes = blocks.toString().getBytes(StandardCharsets.US_ASCII);
    List<Certificate> chain =
        List.copyOf(
            CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(bytes)));
    if (chain.isEmpty()) {
      throw new CertificateException("it holds no certificate");
    }
    return chain.toArray(Certificate[]::new);
  }

  private static PrivateKey key(String text, String algorithm, char[] password)
      throws GeneralSecurityException, IOException {
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(2).equals("PRIVATE KEY")) {
        byte[] bytes = Base64.getMimeDecoder().decode(block.group(3));
        PKCS8EncodedKeySpec key = plain(block.group(1), bytes, password);
        return KeyFactory.getInstance(algorithm).generatePrivate(key);
      }
    }
    throw new GeneralSecurityException("it holds no private key");
  }

  private static PKCS8EncodedKeySpec plain(String form, byte[] bytes, char[] password)
      throws GeneralSecurityException, IOException {
    return switch (form) {
      case "" -> new PKCS8EncodedKeySpec(bytes);
      case "ENCRYPTED " -> decrypted(bytes, password);
      default ->
          throw new GeneralSecurityException(
              "its key is an old "
                  + form
                  + "PRIVATE KEY: \"openssl pkcs8 -topk8\" writes it anew as a PRIVATE KEY");
    };
  }

  private static PKCS8EncodedKeySpec decrypted(byte[] bytes, char[] password)
      throws GeneralSecurityException, IOException {
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
    // With PBES2, which is what openssl writes, only the parameters tell the algorithm.
    String algorithm =
        info.getAlgName().equals("PBES2") || info.getAlgName().equals("1.2.840.113549.1.5.13")
            ? info.getAlgParameters().toString()
            : info.getAlgName();
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password)),
        info.getAlgParameters());
    return info.getKeySpec(cipher);
  }
}
