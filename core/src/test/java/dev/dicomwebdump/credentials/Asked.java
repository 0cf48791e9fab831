package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Requests for tests. */
final class Asked {

  static final Request PLAIN =
      new Request(URI.create("https://pacs.example/dicom-web/studies"), Headers.NONE);

  private Asked() {}

  static @Nullable String authorization(Request request) {
    return request.headers().first("Authorization");
  }

  /** What the server would see. */
  static @Nullable String by(Credentials credentials) throws InterruptedException {
    return authorization(credentials.authorize(PLAIN));
  }
}
