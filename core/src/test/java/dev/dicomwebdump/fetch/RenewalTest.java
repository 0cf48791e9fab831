package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RenewalTest {

  private static final String ELSEWHERE = "https://elsewhere.example/a";

  private final Numbered credentials = new Numbered();

  /** t0, and after each renewal t1, t2 and so on. */
  private static final class Numbered implements Credentials {
    int renewals;
    boolean renewable = true;
    boolean cancelled;

    @Override
    public Request authorize(Request request) {
      return request.with("Authorization", "t" + renewals);
    }

    @Override
    public boolean renew(Request refused) {
      renewals += renewable ? 1 : 0;
      return renewable;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  @Test
  void a401IsMadeGoodByARenewalWhichIsNoRetry() throws InterruptedException {
    Fixture fixture = fixture(Answer.status(401), Answer.OK);

    Exchange exchange = fixture.fetch(Fixture.METADATA);

    assertThat(exchange.problem()).isNull();
    assertThat(exchange.earlier()).extracting(Exchange::status).containsExactly(401);
    assertThat(fixture.server.requests)
        .extracting(request -> FakeTransport.header(request, "Authorization"))
        .containsExactly("t0", "t1");
    assertThat(fixture.slept()).isEmpty();
  }

  @Test
  void a401AfterARenewalStands() throws InterruptedException {
    Fixture fixture = fixture(Answer.status(401));

    Exchange exchange = fixture.fetch(Fixture.METADATA);

    assertThat(exchange.status()).isEqualTo(401);
    assertThat(exchange.earlier()).hasSize(1);
    assertThat(credentials.renewals).isEqualTo(1);
  }

  @Test
  void a401StandsWhereNothingCanBeRenewed() throws InterruptedException {
    credentials.renewable = false;
    assertThat(fixture(Answer.status(401)).requestsFor(Fixture.METADATA)).isEqualTo(1);
  }

  @Test
  void renewalsThatAreOfNoHelpEnd() throws InterruptedException {
    Fixture fixture = fixture(Answer.status(401));
    for (int i = 1; i <= 10; i++) {
      fixture.fetch(Fixture.instance(i));
    }
    assertThat(credentials.renewals).isEqualTo(3);
  }

  @Test
  void oneRenewalOfHelpForgivesThoseBefore() throws InterruptedException {
    Answer no = Answer.status(401);
    Fixture fixture = fixture(no, no, no, no, no, Answer.OK, no);
    for (int i = 1; i <= 10; i++) {
      fixture.fetch(Fixture.instance(i));
    }
    assertThat(credentials.renewals).isEqualTo(3 + 3);
  }

  @Test
  void otherStatusesRenewNothing() throws InterruptedException {
    fixture(Answer.status(403)).fetch(Fixture.METADATA);
    assertThat(credentials.renewals).isZero();
  }

  @Test
  void a401OfAnotherOriginRenewsNothing() throws InterruptedException {
    Fixture fixture = fixture(Answer.status(302, "Location", ELSEWHERE), Answer.status(401));

    assertThat(fixture.fetch(Fixture.METADATA).status()).isEqualTo(401);
    assertThat(credentials.renewals).isZero();
    assertThat(FakeTransport.header(fixture.server.requests.get(1), "Authorization")).isEmpty();
  }

  @Test
  void theEndOfTheRunEndsARenewalAndBeginsNone() throws InterruptedException {
    Fixture fixture = fixture(Answer.OK);
    fixture.cancel();

    fixture.fetch(Fixture.METADATA);

    assertThat(credentials.cancelled).isTrue();
    assertThat(fixture.server.requests).isEmpty();
  }

  private Fixture fixture(Answer... script) {
    return new Fixture(
        new FetchSettings(
            0,
            Duration.ZERO,
            Duration.ZERO,
            1,
            Politeness.NONE,
            AcceptSettings.USUAL,
            "identity",
            "test",
            Headers.NONE,
            credentials),
        script);
  }
}
