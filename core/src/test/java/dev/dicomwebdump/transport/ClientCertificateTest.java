package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Kind.class)
class ClientCertificateTest {

  @Parameter Kind kind = Kind.OURS;

  private final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private final MockWebServer server = new MockWebServer();

  @TempDir Path folder;

  @BeforeEach
  void serveThoseWithACertificateOnly() throws IOException {
    HeldCertificate identity =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(identity)
            .addTrustedCertificate(authority.certificate())
            .build()
            .sslSocketFactory());
    server.requireClientAuth();
    server.enqueue(new MockResponse.Builder().body("fine").build());
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isShownFromPemInOneFileOrTwo(boolean oneFile) throws Exception {
    HeldCertificate client = client(false);
    Path both = write("both.pem", client.certificatePem() + client.privateKeyPkcs8Pem());
    Path alone = write("cert.pem", client.certificatePem());
    Path key = write("key.pem", client.privateKeyPkcs8Pem());

    Exchange exchange =
        oneFile ? fetch("localhost", both, null, "") : fetch("localhost", alone, key, "");

    assertThat(exchange.problem()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"true, right", "false, right"})
  void isShownWithAnEncryptedKey(boolean rsa, String password) throws Exception {
    HeldCertificate client = client(rsa);
    Path file = write("cert.pem", encrypted(client, password) + client.certificatePem());

    assertThat(fetch("localhost", file, null, password).problem()).isNull();
    assertThatThrownBy(() -> read(file, null, "wr0ng"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void isShownFromPkcs12() throws Exception {
    Path file = pkcs12(client(true), "right");

    assertThat(fetch("localhost", file, null, "right").problem()).isNull();
    assertThatThrownBy(() -> read(file, null, "wr0ng"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("password is wrong")
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void isShownToItsServerOnly() throws Exception {
    HeldCertificate client = client(false);
    Path both = write("both.pem", client.certificatePem() + client.privateKeyPkcs8Pem());

    Exchange elsewhere = fetch("127.0.0.1", both, null, "");

    assertThat(Objects.requireNonNull(elsewhere.problem()).kind())
        .isIn(Problem.Kind.TLS, Problem.Kind.CONNECT);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----         | no certificate
          -----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----         | no certificate
          nothing                                                          | neither PEM
          """)
  void refusesWhatIsNone(String text, String words) throws IOException {
    Path file = write("cert.pem", text);
    assertThatThrownBy(() -> read(file, null, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(words);
  }

  @Test
  void saysWhatToDoWithAnOldKey() throws IOException {
    HeldCertificate client = client(true);
    Path file = write("cert.pem", client.certificatePem() + client.privateKeyPkcs1Pem());
    assertThatThrownBy(() -> read(file, null, "")).hasMessageContaining("openssl pkcs8 -topk8");
  }

  @Test
  void passesOnThatAFileIsAbsent() {
    assertThatThrownBy(() -> read(folder.resolve("absent"), null, ""))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Exchange fetch(String host, Path file, @Nullable Path key, String password)
      throws Exception {
    TransportSettings settings =
        new TransportSettingsBuilder()
            .tls(TlsTrust.insecure())
            .certificate(read(file, key, password))
            .build();
    try (Transport transport = kind.open(settings)) {
      URI url = URI.create("https://" + host + ":" + server.getPort() + "/");
      return transport.exchange(new Request(url, Headers.NONE), new RecordingSink());
    }
  }

  private ClientCertificate read(Path file, @Nullable Path key, String password)
      throws IOException {
    URI url = URI.create("https://LOCALHOST:" + server.getPort() + "/dicom-web");
    return ClientCertificate.read(file, key, password, url);
  }

  private HeldCertificate client(boolean rsa) {
    HeldCertificate.Builder client = new HeldCertificate.Builder().signedBy(authority);
    return (rsa ? client.rsa2048() : client.ecdsa256()).build();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path pkcs12(HeldCertificate client, String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Certificate[] chain = {client.certificate()};
    store.setKeyEntry("a", client.keyPair().getPrivate(), password.toCharArray(), chain);
    Path file = folder.resolve("client.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }

  /** As {@code openssl pkcs8 -topk8} writes it. */
  private static String encrypted(HeldCertificate client, String password) throws Exception {
    String algorithm = "PBEWithHmacSHA256AndAES_256";
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(password.toCharArray())));
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
    parameters.init(cipher.getParameters().getEncoded());
    byte[] key = cipher.doFinal(client.keyPair().getPrivate().getEncoded());
    byte[] info = new EncryptedPrivateKeyInfo(parameters, key).getEncoded();
    return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(info)
        + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
  }
}
