package dev.dicomwebdump.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks servers. */
final class Client {

  static final String ANYTHING = "*/*";

  private final HttpClient client;

  Client(HttpClient.Version version) {
    this.client = HttpClient.newBuilder().version(version).build();
  }

  HttpResponse<byte[]> get(String url, String accept, String... headers)
      throws IOException, InterruptedException {
    return send("GET", url, accept, headers);
  }

  HttpResponse<byte[]> send(String method, String url, String accept, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("Accept", accept);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
