package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An outage is shared by all workers. */
@Timeout(60)
class OutageOfManyTest {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ManualWaits waits = new ManualWaits(FakeWaits.START, 1);
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private volatile boolean gone;
  private final FakeTransport server =
      new FakeTransport(waits, request -> gone ? Answer.failure(Problem.Kind.CONNECT) : Answer.OK);
  private final Fetcher fetcher =
      new Fetcher(
          Fixture.ROOT,
          new FetchSettings(
              0,
              Duration.ofMinutes(5),
              LONGEST,
              8,
              Politeness.NONE,
              AcceptSettings.USUAL,
              "identity",
              "test",
              Headers.NONE,
              Credentials.none()),
          server,
          waits,
          EventListener.NONE,
          () -> 1.0);

  @BeforeEach
  void haveSomething() throws InterruptedException {
    fetch(Fixture.METADATA);
  }

  @AfterEach
  void endWorkers() {
    fetcher.cancel();
    workers.shutdownNow();
  }

  @Test
  void allWaitForOneProbe() throws Exception {
    gone = true;
    List<Future<Exchange>> answers = new ArrayList<>();
    answers.add(begin(Fixture.frame(1, 1)));
    waits.allAsleep.await();
    int before = server.requests.size();
    for (int frame = 2; frame <= 6; frame++) {
      answers.add(begin(Fixture.frame(1, frame)));
    }

    gone = false;
    waits.advance(Duration.ofSeconds(1));

    for (Future<Exchange> answer : answers) {
      assertThat(answer.get().problem()).isNull();
      assertThat(answer.get().earlier().size()).isLessThanOrEqualTo(1);
    }
    assertThat(server.urls().get(before)).endsWith("/metadata");
    assertThat(server.requests).hasSize(before + 1 + 6);
  }

  @Test
  void allHearThatItLastsTooLong() throws Exception {
    gone = true;
    Future<Exchange> probing = begin(Fixture.frame(1, 1));
    waits.allAsleep.await();
    Future<Exchange> waiting = begin(Fixture.frame(1, 2));

    waits.advance(LONGEST);

    for (Future<Exchange> answer : List.of(probing, waiting)) {
      assertThatThrownBy(answer::get).hasCauseInstanceOf(ServerGoneException.class);
    }
  }

  @Test
  void aCancelEndsTheWait() throws Exception {
    gone = true;
    Future<Exchange> probing = begin(Fixture.frame(1, 1));
    waits.allAsleep.await();
    Future<Exchange> waiting = begin(Fixture.frame(1, 2));

    fetcher.cancel();
    waits.advance(Duration.ofSeconds(1));

    for (Future<Exchange> answer : List.of(probing, waiting)) {
      assertThat(answer.get().failedBy(Problem.Kind.CANCELLED)).isTrue();
    }
  }

  private Future<Exchange> begin(Resource resource) {
    return workers.submit(() -> fetch(resource));
  }

  private Exchange fetch(Resource resource) throws InterruptedException {
    return fetcher.fetch(resource, Headers.NONE, new FakeSink());
  }
}
