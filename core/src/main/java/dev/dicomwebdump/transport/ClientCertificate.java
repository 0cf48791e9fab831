package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Authority;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Locale;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A certificate and its key, shown to one server and to no other. Immutable; shows nothing of the
 * key.
 */
public final class ClientCertificate {

  private final String host;
  private final int port;
  private final KeyManager[] keyManagers;

  private ClientCertificate(URI server, KeyManager[] keyManagers) {
    Authority authority = Authority.require(server);
    this.host = authority.host().toLowerCase(Locale.ROOT);
    this.port = authority.portOr(443);
    this.keyManagers = keyManagers;
  }

  /**
   * Reads a certificate and its key.
   *
   * @param file the certificate, and those that vouch for it, in PEM form; or certificate and key
   *     in a PKCS #12 file
   * @param key the key in PEM form (PKCS #8); null when it is in {@code file} too
   * @param password opens the key or the PKCS #12 file; empty for none
   * @param server an https URL of the server that it is for
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when a file does not hold that, or the password is wrong; the
   *     message names the file
   */
  public static ClientCertificate read(Path file, @Nullable Path key, String password, URI server)
      throws IOException {
    try {
      KeyStore store = store(file, key, password.toCharArray());
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, password.toCharArray());
      return new ClientCertificate(server, factory.getKeyManagers());
    } catch (GeneralSecurityException e) {
      Path at = key == null ? file : key;
      throw new IllegalArgumentException(
          "no certificate with its key can be had from " + at + ": " + e.getMessage(), e);
    }
  }

  /** Whether the certificate is for that server. */
  boolean isFor(String otherHost, int otherPort) {
    return host.equals(otherHost.toLowerCase(Locale.ROOT)) && port == otherPort;
  }

  KeyManager[] keyManagers() {
    return keyManagers.clone();
  }

  private static KeyStore store(Path file, @Nullable Path key, char[] password)
      throws IOException, GeneralSecurityException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    if (text.contains("-----BEGIN ")) {
      String keyText = key == null ? text : Files.readString(key, StandardCharsets.ISO_8859_1);
      return PemKey.store(text, keyText, password);
    }
    try {
      return KeyStore.getInstance(file.toFile(), password);
    } catch (KeyStoreException e) {
      throw new GeneralSecurityException("it is neither PEM nor PKCS #12", e);
    } catch (IOException e) {
      throw new GeneralSecurityException("the file is damaged, or the password is wrong", e);
    }
  }
}
