package dev.dicomwebdump.cli;

import dev.dicomwebdump.credentials.BearerCredentials;
import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.credentials.OAuthClient;
import dev.dicomwebdump.transport.TransportSettings;
import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for tokens of an OAuth 2 server. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class OAuthOptions {

  @Option(
      names = {"--oauth-token-url", "--oauthTokenUrl"},
      paramLabel = "URL",
      converter = TokenUrlConverter.class,
      description = "Token endpoint of an OAuth 2 server (client credentials).")
  @Nullable URI tokenUrl;

  @Option(
      names = {"--oauth-client-id", "--oauthClientId"},
      paramLabel = "ID",
      description = "The client's identifier there.")
  @Nullable String clientId;

  @Option(
      names = {"--oauth-client-secret", "--oauthClientSecret"},
      paramLabel = "@FILE",
      converter = SecretFileConverter.class,
      description = "File with the client's secret. Also DICOMWEB_OAUTH_CLIENT_SECRET.")
  @Nullable Secret clientSecret;

  @Option(
      names = {"--oauth-scope", "--oauthScope"},
      paramLabel = "SCOPE",
      description = "What to ask for there.")
  @Nullable String scope;

  /** These options, or null when none of them is given. */
  @Nullable OAuthOptions given() {
    boolean none = Stream.of(tokenUrl, clientId, clientSecret, scope).allMatch(it -> it == null);
    return none ? null : this;
  }

  /**
   * @throws IllegalArgumentException when something is missing
   */
  Credentials credentials(TransportSettings transport, Surroundings around) {
    if (tokenUrl == null || clientId == null) {
      throw new IllegalArgumentException(
          "OAuth needs both --oauth-token-url and --oauth-client-id");
    }
    String secret =
        clientSecret == null
            ? around.variable("DICOMWEB_OAUTH_CLIENT_SECRET")
            : clientSecret.value();
    if (secret == null) {
      throw new IllegalArgumentException(
          "OAuth needs DICOMWEB_OAUTH_CLIENT_SECRET, or --oauth-client-secret @FILE");
    }
    return BearerCredentials.ofClient(
        new OAuthClient(tokenUrl, clientId, secret, scope), transport);
  }
}
