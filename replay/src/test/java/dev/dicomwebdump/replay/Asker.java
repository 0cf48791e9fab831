package dev.dicomwebdump.replay;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.transport.HttpTransport;
import dev.dicomwebdump.transport.Transport;
import dev.dicomwebdump.transport.TransportSettingsBuilder;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks servers once, and tells how it went: other clients ask again by themselves. */
final class Asker implements AutoCloseable {

  private final Transport transport;

  Asker(boolean http2) {
    this.transport =
        new HttpTransport(
            new TransportSettingsBuilder().http2(http2).http2PriorKnowledge(http2).build());
  }

  Exchange get(String url, String accept) throws InterruptedException {
    Headers headers = new Headers(List.of(new Header("Accept", accept)));
    return transport.exchange(new Request(URI.create(url), headers), new Ignoring());
  }

  /** The status, what went wrong if anything did, and how many bytes came. */
  String told(String url, String accept) throws InterruptedException {
    Exchange exchange = get(url, accept);
    Problem problem = exchange.problem();
    return exchange.status()
        + (problem == null ? "" : " " + problem.kind().published())
        + " "
        + exchange.bodyBytes();
  }

  @Override
  public void close() {
    transport.close();
  }

  /** Takes anything. */
  private static final class Ignoring implements ResponseSink {
    @Override
    public void head(ResponseHead head) {}

    @Override
    public void body(byte[] buffer, int offset, int length) {}

    @Override
    public @Nullable Problem end() {
      return null;
    }
  }
}
