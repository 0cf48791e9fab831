package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.transport.FormPost;
import dev.dicomwebdump.transport.TransportSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks an OAuth 2 server for tokens by the client credentials grant: RFC 6749 section 4.4. The
 * client shows itself by the Basic scheme, and, where that is refused, within the form: section
 * 2.3.1 allows both, and servers differ.
 */
final class ClientCredentialsGrant implements TokenSource {

  private final OAuthClient client;
  private final FormPost post;
  private final InstantSource clock;

  ClientCredentialsGrant(OAuthClient client, TransportSettings settings, InstantSource clock) {
    this.client = client;
    this.post = new FormPost(settings);
    this.clock = clock;
  }

  @Override
  public Token get() {
    Instant asked = clock.instant();
    FormPost.Reply reply = send(form(), new Headers(List.of(basic())));
    if (reply.status() == 400 || reply.status() == 401) {
      reply = send(formWithSecret(), Headers.NONE);
    }
    return token(reply, asked);
  }

  @Override
  public void cancel() {
    post.cancel();
  }

  private FormPost.Reply send(Map<String, String> form, Headers headers) {
    try {
      return post.send(client.tokenUrl(), form, headers);
    } catch (IOException e) {
      throw new CredentialsUnavailableException("no token: " + e.getMessage(), e);
    }
  }

  private Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials"));
    if (client.scope() != null) {
      form.put("scope", client.scope());
    }
    return form;
  }

  private Map<String, String> formWithSecret() {
    Map<String, String> form = form();
    form.put("client_id", client.id());
    form.put("client_secret", client.secret());
    return form;
  }

  private Header basic() {
    String pair = encoded(client.id()) + ":" + encoded(client.secret());
    byte[] bytes = pair.getBytes(StandardCharsets.US_ASCII);
    return new Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** RFC 6749 section 5. */
  private Token token(FormPost.Reply reply, Instant asked) {
    Map<String, String> members = FlatJson.read(reply.body());
    if (members == null || reply.status() != 200) {
      throw refused(reply.status(), members == null ? null : members.get("error"));
    }
    String type = members.getOrDefault("token_type", "bearer");
    if (!type.equalsIgnoreCase("bearer")) {
      throw new CredentialsUnavailableException(name() + " gives tokens that are no bearer tokens");
    }
    Token token = Token.parse(members.getOrDefault("access_token", ""), name());
    Instant expires = expires(members.get("expires_in"), asked);
    return expires == null ? token : new Token(token.value(), expires);
  }

  private CredentialsUnavailableException refused(int status, @Nullable String error) {
    // Only an error code of the standard's form: what else stands there could be anything.
    boolean known = error != null && error.matches("[a-z_]{1,40}");
    return new CredentialsUnavailableException(
        "no token: " + name() + " answers " + status + (known ? " " + error : ""));
  }

  private static @Nullable Instant expires(@Nullable String seconds, Instant asked) {
    return seconds == null || !seconds.matches("[0-9]{1,9}")
        ? null
        : asked.plus(Duration.ofSeconds(Long.parseLong(seconds)));
  }

  private String name() {
    return "the token server " + client.host();
  }
}
