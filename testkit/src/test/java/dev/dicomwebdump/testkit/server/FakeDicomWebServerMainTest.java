package dev.dicomwebdump.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FakeDicomWebServerMainTest {

  @Test
  void servesUntilItsInputEnds() throws Exception {
    Process main =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FakeDicomWebServerMain.class.getName())
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(main.getInputStream(), StandardCharsets.UTF_8))) {
      URI url = URI.create(out.readLine() + "/studies/" + out.readLine() + "/metadata");
      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(200);
      main.getOutputStream().close();
      assertThat(main.waitFor()).isZero();
    } finally {
      main.destroy();
    }
  }
}
