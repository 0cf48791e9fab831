package dev.dicomwebdump.testkit.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.ByteString;

/** A client that trusts one server, repeats nothing and follows nothing. */
final class TestClient implements AutoCloseable {
  private final OkHttpClient client;

  TestClient(FakeDicomWebServer server, WireProtocol protocol)
      throws GeneralSecurityException, IOException {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .callTimeout(Duration.ofSeconds(30));
    if (protocol == WireProtocol.HTTP_2_PRIOR_KNOWLEDGE) {
      builder.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }
    if (protocol.isTls()) {
      builder.sslSocketFactory(
          server.clientSslContext().getSocketFactory(), trusting(server.authorityPem()));
    }
    client = builder.build();
  }

  /** The head of a response and its whole body. */
  record Reception(int status, Headers headers, ByteString content, Protocol protocol) {
    byte[] body() {
      return content.toByteArray();
    }

    String contentType() {
      return String.valueOf(headers.get("Content-Type"));
    }
  }

  Reception get(URI url, String... headers) throws IOException {
    return send("GET", url, headers);
  }

  Reception send(String method, URI url, String... headers) throws IOException {
    Request request =
        new Request.Builder()
            .url(url.toString())
            .headers(Headers.of(headers))
            .header("Accept-Encoding", "identity")
            .method(method, null)
            .build();
    try (Response response = client.newCall(request).execute()) {
      return new Reception(
          response.code(), response.headers(), response.body().byteString(), response.protocol());
    }
  }

  private static X509TrustManager trusting(String pem)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null);
    store.setCertificateEntry(
        "ca",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
