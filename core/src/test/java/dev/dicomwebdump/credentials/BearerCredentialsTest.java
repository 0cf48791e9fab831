package dev.dicomwebdump.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearerCredentialsTest {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private @Nullable Duration life;
  private int given;
  private int tried;
  private boolean broken;
  private final BearerCredentials credentials = new BearerCredentials(new Numbered(), () -> now);

  /** Gives t1, t2 and so on. */
  private final class Numbered implements TokenSource {
    @Override
    public Token get() {
      if (broken) {
        tried++;
        throw new CredentialsUnavailableException("the token server is gone");
      }
      given++;
      return new Token("t" + given, life == null ? null : now.plus(life));
    }

    @Override
    public void cancel() {}
  }

  @Test
  void aTokenIsTakenOnceAndUsedAgain() throws InterruptedException {
    assertThat(Asked.by(credentials)).isEqualTo("Bearer t1");
    assertThat(Asked.by(credentials)).isEqualTo("Bearer t1");
  }

  @ParameterizedTest
  @CsvSource({
    "3600, 3569, 1",
    "3600, 3570, 2",
    "100,  89,   1",
    "100,  90,   2",
    "0,    1000, 1",
    "-5,   1000, 1",
  })
  void aTokenIsRenewedShortlyBeforeItExpires(int life, int later, int taken)
      throws InterruptedException {
    this.life = Duration.ofSeconds(life);
    Asked.by(credentials);
    now = now.plusSeconds(later);

    assertThat(Asked.by(credentials)).isEqualTo("Bearer t" + taken);
  }

  @Test
  void aRenewalThatFailsLeavesTheOldTokenUntilTheServerRefusesIt() throws InterruptedException {
    life = Duration.ofHours(1);
    Request sent = credentials.authorize(Asked.PLAIN);
    broken = true;

    now = now.plusSeconds(3580);
    assertThat(Asked.by(credentials)).isEqualTo("Bearer t1");
    assertThat(Asked.by(credentials)).isEqualTo("Bearer t1");
    assertThat(tried).isEqualTo(1);

    now = now.plusSeconds(18);
    assertThat(Asked.by(credentials)).isEqualTo("Bearer t1");
    assertThat(tried).isEqualTo(2);

    now = now.plusSeconds(1000);
    Asked.by(credentials);
    assertThat(Asked.by(credentials)).isEqualTo("Bearer t1");
    assertThat(tried).isEqualTo(3);
    assertThatThrownBy(() -> credentials.renew(sent))
        .isInstanceOf(CredentialsUnavailableException.class);
  }

  @Test
  void aTokenServerThatComesBackIsUsed() throws InterruptedException {
    life = Duration.ofSeconds(100);
    Asked.by(credentials);
    broken = true;
    now = now.plusSeconds(90);
    Asked.by(credentials);

    broken = false;
    now = now.plusSeconds(9);
    assertThat(Asked.by(credentials)).isEqualTo("Bearer t2");
  }

  @Test
  void withoutAFirstTokenThereIsNothingToGoOnWith() {
    broken = true;
    assertThatThrownBy(() -> credentials.authorize(Asked.PLAIN))
        .isInstanceOf(CredentialsUnavailableException.class);
  }

  @Test
  void manyWhoWereRefusedWithOneTokenMakeOneRenewal() throws Exception {
    Request refused = credentials.authorize(Asked.PLAIN);
    ExecutorService workers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> renewals = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        renewals.add(() -> credentials.renew(refused));
      }
      for (Future<Boolean> renewed : workers.invokeAll(renewals)) {
        assertThat(renewed.get()).isTrue();
      }
    } finally {
      workers.shutdown();
    }
    assertThat(given).isEqualTo(2);
    assertThat(Asked.by(credentials)).isEqualTo("Bearer t2");
  }

  @Test
  void theSameTokenAgainIsNoRenewal() throws InterruptedException {
    Credentials stubborn = new BearerCredentials(new Same(), () -> now);
    assertThat(stubborn.renew(stubborn.authorize(Asked.PLAIN))).isFalse();
  }

  private static final class Same implements TokenSource {
    @Override
    public Token get() {
      return new Token("same", null);
    }

    @Override
    public void cancel() {}
  }
}
