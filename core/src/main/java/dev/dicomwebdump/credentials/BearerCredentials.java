package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.transport.TransportSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens (RFC 6750) that are renewed shortly before they expire, and when the server refuses
 * one. A renewal that fails is no harm before the server refuses the old token. While one thread
 * gets a new token the others wait for it, so that there is one renewal for all.
 */
public final class BearerCredentials implements Credentials {

  /** So long before its expiry a token is renewed, or a tenth of its life where that is less. */
  private static final Duration SLACK = Duration.ofSeconds(30);

  private final TokenSource source;
  private final InstantSource clock;
  private @Nullable Token token;
  private @Nullable Instant renewAt;

  BearerCredentials(TokenSource source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * Tokens that a command prints.
   *
   * @param command for the shell ({@code sh -c}); run when the first token is needed
   */
  public static BearerCredentials ofCommand(String command) {
    return new BearerCredentials(new TokenCommand(command), InstantSource.system());
  }

  /**
   * Tokens of an OAuth 2 server: RFC 6749 section 4.4.
   *
   * @param client who asks for them
   * @param settings how connections to that server are made
   */
  public static BearerCredentials ofClient(OAuthClient client, TransportSettings settings) {
    TokenSource source = new ClientCredentialsGrant(client, settings, InstantSource.system());
    return new BearerCredentials(source, InstantSource.system());
  }

  @Override
  public Request authorize(Request request) throws InterruptedException {
    return request.with("Authorization", current().authorization());
  }

  @Override
  public synchronized boolean renew(Request refused) throws InterruptedException {
    Token before = token;
    String sent = refused.headers().first("Authorization");
    boolean outdated = before != null && !before.authorization().equals(sent);
    return outdated || !take().authorization().equals(sent);
  }

  @Override
  public void cancel() {
    source.cancel();
  }

  private synchronized Token current() throws InterruptedException {
    Token known = token;
    if (known == null) {
      return take();
    }
    boolean due = renewAt != null && !clock.instant().isBefore(renewAt);
    return due ? takeOrKeep(known) : known;
  }

  /** Should the old token be refused, the renewal that follows tells what is wrong. */
  private Token takeOrKeep(Token known) throws InterruptedException {
    try {
      return take();
    } catch (CredentialsUnavailableException e) {
      renewAt = renewAt(known.expires(), clock.instant());
      return known;
    }
  }

  private Token take() throws InterruptedException {
    Token taken = source.get();
    token = taken;
    renewAt = renewAt(taken.expires(), clock.instant());
    return taken;
  }

  /** Null when it is not known, or past already: then the server is to judge. */
  private static @Nullable Instant renewAt(@Nullable Instant expires, Instant now) {
    if (expires == null || !expires.isAfter(now)) {
      return null;
    }
    Duration tenth = Duration.between(now, expires).dividedBy(10);
    return expires.minus(tenth.compareTo(SLACK) < 0 ? tenth : SLACK);
  }
}
