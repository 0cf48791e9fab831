package dev.dicomwebdump.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.WireProtocol;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsTest {

  @TempDir private Path temp;

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void theClientChoosesTheVersionOfHttp(HttpClient.Version version) throws Exception {
    new Recorded(temp.resolve("dump"), Keep.BODY).close();
    Path pem = Files.writeString(temp.resolve("identity.pem"), identity());
    ReplaySettings settings =
        ReplaySettings.of(temp.resolve("dump")).withTls(new ReplaySettings.TlsFiles(pem, pem));

    try (ReplayServer server = ReplayServer.start(settings, warning -> {})) {
      HttpResponse<String> response =
          client(version)
              .send(
                  HttpRequest.newBuilder(
                          URI.create(server.rootUrl() + Recorded.IMAGE + "/metadata"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(response.version()).isEqualTo(version);
      assertThat(response.body()).contains("\"" + server.rootUrl() + "/studies");
    }
  }

  @Test
  void aFileWithoutAKeyIsRefused() throws Exception {
    new Recorded(temp.resolve("dump"), Keep.BODY).close();
    Path certificate =
        Files.writeString(
            temp.resolve("certificate.pem"), identity().replace("PRIVATE KEY", "OTHER KEY"));
    ReplaySettings settings =
        ReplaySettings.of(temp.resolve("dump"))
            .withTls(new ReplaySettings.TlsFiles(certificate, certificate));

    assertThatThrownBy(() -> ReplayServer.start(settings, warning -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("openssl pkcs8");
  }

  /** A certificate and its key; whose they are is no matter here. */
  private static String identity() {
    try (FakeDicomWebServer server =
        FakeDicomWebServer.builder()
            .study(SyntheticStudies.small())
            .protocol(WireProtocol.TLS)
            .start()) {
      return server.clientPem();
    }
  }

  private static HttpClient client(HttpClient.Version version) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
    return HttpClient.newBuilder().version(version).sslContext(context).build();
  }

  /** Looks at neither certificates nor names. */
  private static final class TrustAll extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
