package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Peer;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every transport sends, over which connections, and what it tells of it. */
@ParameterizedClass
@EnumSource(Wire.class)
abstract class RequestContract extends TransportContract {

  RequestContract(Function<TransportSettings, Transport> opener) {
    super(opener);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a/b/?x=1&y=%2F&z",
        "/a//b",
        "/%41%2f%7e%C3%A9",
        "/a;b=c,d@e:f",
        "/a?q=(b)*!~$[c]"
      })
  void sendsTheUrlAsItIs(String target) throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    Exchange exchange = fetch(transport(), target);
    assertThat(exchange.problem()).isNull();
    assertThat(server.takeRequest().getTarget()).isEqualTo(target);
    assertThat(exchange.request().url()).isEqualTo(wire.url(server, target));
  }

  @Test
  void tellsTheRequestAsItWasSent() throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    Headers headers =
        new Headers(
            List.of(
                new Header("X-One", "1"), new Header("accept", "a/b"), new Header("X-One", "2")));
    Exchange exchange =
        transport().exchange(new Request(wire.url(server, "/"), headers), new RecordingSink());

    List<Header> arrived = new ArrayList<>();
    server
        .takeRequest()
        .getHeaders()
        .forEach(field -> arrived.add(new Header(field.getFirst(), field.getSecond())));
    arrived.removeIf(field -> field.name().startsWith(":"));
    assertThat(exchange.request().headers().fields()).isEqualTo(arrived);
    assertThat(exchange.request().headers().first("Host"))
        .isEqualTo(wire.isHttp2() ? null : "localhost:" + server.getPort());
    assertThat(arrived.stream().filter(field -> field.is("x-one")).map(Header::value))
        .containsExactly("1", "2");
  }

  @Test
  void tellsThePhasesOfANewAndOfAReusedConnection() throws Exception {
    server.enqueue(new MockResponse.Builder().body("one").build());
    server.enqueue(new MockResponse.Builder().body("two").build());
    Transport transport = transport();

    Exchange first = fetch(transport, "/");
    Exchange second = fetch(transport, "/");

    Timings fresh = first.timings();
    assertThat(fresh.blocked()).isNotNull();
    assertThat(fresh.dns()).isNotNull();
    assertThat(fresh.connect()).isNotNull();
    assertThat(fresh.ssl() != null).isEqualTo(wire.isTls());
    assertThat(fresh.send()).isNotNull();
    assertThat(fresh.waiting()).isNotNull();
    assertThat(fresh.receive()).isNotNull();
    Timings reused = second.timings();
    assertThat(reused.dns()).isNull();
    assertThat(reused.connect()).isNull();
    assertThat(reused.ssl()).isNull();
    assertThat(reused.blocked()).isNotNull();
    assertThat(reused.waiting()).isNotNull();
    Peer peer = Objects.requireNonNull(first.peer());
    assertThat(peer.reused()).isFalse();
    assertThat(peer.address()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(second.peer()).isEqualTo(new Peer(peer.address(), peer.localPort(), true));
  }

  @Test
  void runs64CallsAtOnce() throws Exception {
    CountDownLatch allAreHere = new CountDownLatch(64);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            allAreHere.countDown();
            boolean all = allAreHere.await(20, TimeUnit.SECONDS);
            return new MockResponse.Builder()
                .code(all ? 200 : 500)
                .body((request.getTarget() + ";").repeat(10_000))
                .build();
          }
        });
    Transport transport = transport();
    ExecutorService workers = Executors.newFixedThreadPool(64);
    try {
      List<Future<String>> bodies = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        Request request = get("/" + i);
        bodies.add(
            workers.submit(
                () -> {
                  RecordingSink sink = new RecordingSink();
                  Exchange exchange = transport.exchange(request, sink);
                  return exchange.problem() == null ? sink.text() : "" + exchange;
                }));
      }
      for (int i = 0; i < 64; i++) {
        assertThat(bodies.get(i).get(30, TimeUnit.SECONDS))
            .isEqualTo(("/" + i + ";").repeat(10_000));
      }
    } finally {
      workers.shutdownNow();
    }
  }
}
