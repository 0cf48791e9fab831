package dev.dicomwebdump.cli;

import dev.dicomwebdump.credentials.BearerCredentials;
import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.credentials.OAuthClient;
import dev.dicomwebdump.transport.TransportSettings;
import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options for tokens of an OAuth 2 server. */
final class OAuthOptions extends OptionGroup {

  private final Given<@Nullable URI> tokenUrl =
      optional(URI.class, "--oauth-token-url", "--oauthTokenUrl")
          .label("URL")
          .by(new TokenUrlConverter())
          .described("Token endpoint of an OAuth 2 server (client credentials).");

  private final Given<@Nullable String> clientId =
      optional(String.class, "--oauth-client-id", "--oauthClientId")
          .label("ID")
          .described("The client's identifier there.");

  private final Given<@Nullable Secret> clientSecret =
      optional(Secret.class, "--oauth-client-secret", "--oauthClientSecret")
          .label("@FILE")
          .by(new SecretFileConverter())
          .described("File with the client's secret. Also DICOMWEB_OAUTH_CLIENT_SECRET.");

  private final Given<@Nullable String> scope =
      optional(String.class, "--oauth-scope", "--oauthScope")
          .label("SCOPE")
          .described("What to ask for there.");

  /** These options, or null when none of them is given. */
  @Nullable OAuthOptions given() {
    boolean none =
        Stream.of(tokenUrl.value(), clientId.value(), clientSecret.value(), scope.value())
            .allMatch(it -> it == null);
    return none ? null : this;
  }

  /**
   * @throws IllegalArgumentException when something is missing
   */
  Credentials credentials(TransportSettings transport, Surroundings around) {
    if (tokenUrl.value() == null || clientId.value() == null) {
      throw new IllegalArgumentException(
          "OAuth needs both --oauth-token-url and --oauth-client-id");
    }
    String secret =
        clientSecret.value() == null
            ? around.variable("DICOMWEB_OAUTH_CLIENT_SECRET")
            : clientSecret.value().value();
    if (secret == null) {
      throw new IllegalArgumentException(
          "OAuth needs DICOMWEB_OAUTH_CLIENT_SECRET, or --oauth-client-secret @FILE");
    }
    return BearerCredentials.ofClient(
        new OAuthClient(tokenUrl.value(), clientId.value(), secret, scope.value()), transport);
  }
}
