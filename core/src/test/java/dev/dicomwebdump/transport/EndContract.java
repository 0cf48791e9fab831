package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every transport ends a call before its end. */
@ParameterizedClass
@EnumSource(Wire.class)
abstract class EndContract extends TransportContract {

  EndContract(Function<TransportSettings, Transport> opener) {
    super(opener);
  }

  @Test
  void cancelEndsWhatIsInFlightAndWhatComesLater() throws Exception {
    server.enqueue(stallInTheBody());
    Transport transport = transport();
    CountDownLatch begun = new CountDownLatch(1);
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void body(byte[] buffer, int offset, int length) {
            begun.countDown();
          }
        };
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      Future<Exchange> inFlight = worker.submit(() -> transport.exchange(get("/"), sink));
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      transport.cancel();
      transport.cancel();
      assertProblem(inFlight.get(10, TimeUnit.SECONDS), Problem.Kind.CANCELLED, "");
    } finally {
      worker.shutdownNow();
    }
    assertProblem(fetch(transport, "/"), Problem.Kind.CANCELLED, "");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void closeEndsWhatIsInFlight() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Transport transport = transport();
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      Future<Exchange> inFlight = worker.submit(() -> fetch(transport, "/"));
      server.takeRequest();
      transport.close();
      assertProblem(inFlight.get(10, TimeUnit.SECONDS), Problem.Kind.CANCELLED, "");
    } finally {
      worker.shutdownNow();
    }
  }

  @Test
  void anInterruptBeforeTheCallEndsIt() {
    Transport transport = transport();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> fetch(transport, "/")).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void anInterruptEndsTheWaitForMore() {
    server.enqueue(stallInTheBody());
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void body(byte[] buffer, int offset, int length) {
            Thread.currentThread().interrupt();
          }
        };
    Transport transport = transport();
    assertThatThrownBy(() -> transport.exchange(get("/"), sink))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "body", "end"})
  void letsTheSinksExceptionThroughAndGoesOn(String where) throws Exception {
    server.enqueue(
        new MockResponse.Builder().body(new Buffer().write(randomBytes(3_000_000))).build());
    server.enqueue(new MockResponse.Builder().body("fine").build());
    Transport transport = transport();
    OutputException full = new OutputException("cannot write x", new IOException("disk full"));

    assertThatThrownBy(() -> transport.exchange(get("/"), new FailingSink(where, full)))
        .isSameAs(full);
    assertThat(fetch(transport, "/").problem()).isNull();
  }

  /** Throws at one place. */
  private static final class FailingSink extends RecordingSink {
    private final String where;
    private final RuntimeException failure;

    FailingSink(String where, RuntimeException failure) {
      this.where = where;
      this.failure = failure;
    }

    @Override
    public void head(ResponseHead head) {
      failAt("head");
    }

    @Override
    public void body(byte[] buffer, int offset, int length) {
      failAt("body");
    }

    @Override
    public @Nullable Problem end() {
      failAt("end");
      return null;
    }

    private void failAt(String place) {
      if (place.equals(where)) {
        throw failure;
      }
    }
  }
}
