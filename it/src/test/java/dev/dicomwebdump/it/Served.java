package dev.dicomwebdump.it;

import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a server gives to another client than ours. */
final class Served {
  private Served() {}

  /** The body of a resource. */
  static byte[] body(FakeDicomWebServer server, Expected resource)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.url(resource.path()))
            .header("Accept", resource.accept())
            .build();
    HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    if (server.rootUrl().startsWith("https:")) {
      client.sslContext(server.clientSslContext());
    }
    return client.build().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
  }
}
