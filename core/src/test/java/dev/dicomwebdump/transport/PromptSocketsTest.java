package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptSocketsTest {

  @ParameterizedTest
  @ValueSource(strings = {"http://pacs/", "https://pacs/"})
  void aRequestDoesNotWaitForTheOneBeforeIt(String url) throws Exception {
    OkHttpClients clients = new OkHttpClients(TransportSettings.DEFAULTS);
    try (Socket socket = clients.to(HttpUrl.get(url)).socketFactory().createSocket()) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    }
  }
}
