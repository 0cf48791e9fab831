package dev.dicomwebdump.cli;

import dev.dicomwebdump.credentials.BearerCredentials;
import dev.dicomwebdump.credentials.BearerFile;
import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.credentials.FixedCredentials;
import dev.dicomwebdump.credentials.SignatureV4;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.transport.TransportSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say who asks. At most one of the ways may be given. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CredentialOptions {

  @Option(
      names = {"-z", "--authorization"},
      paramLabel = "VALUE",
      converter = SecretConverter.class,
      description = {
        "Value of the Authorization header, or @FILE that holds it.",
        "Also DICOMWEB_AUTHORIZATION."
      })
  @Nullable Secret authorization;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      converter = UserConverter.class,
      description = {
        "Basic authentication; the password is asked for, or comes from",
        "DICOMWEB_PASSWORD. NAME:PASSWORD shows it to whoever lists processes."
      })
  @Nullable User user;

  @Option(
      names = {"--bearer-file", "--bearerFile"},
      paramLabel = "FILE",
      description = "File with a bearer token; a new one in it is used at once.")
  @Nullable Path bearerFile;

  @Option(
      names = {"--token-command", "--tokenCommand"},
      paramLabel = "COMMAND",
      description = {
        "Shell command that prints a bearer token; run again before the",
        "token expires and when it is refused."
      })
  @Nullable String tokenCommand;

  @Mixin OAuthOptions oauth;

  @Mixin NetrcOptions netrc;

  @Option(
      names = {"--aws-sigv4", "--awsSigv4"},
      paramLabel = "REGION[:SERVICE]",
      description = {
        "Sign for AWS (service medical-imaging) with AWS_ACCESS_KEY_ID,",
        "AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN."
      })
  @Nullable String awsSigV4;

  /**
   * Who asks: by the option that is given, else by {@code DICOMWEB_AUTHORIZATION}, else by the
   * root's user-info.
   *
   * @param inHeader the value of an Authorization header among the user's own; null for none
   * @throws IllegalArgumentException when two ways are given, or one is not whole
   */
  Credentials credentials(
      DicomWebRoot root,
      @Nullable String inHeader,
      TransportSettings transport,
      Surroundings around) {
    List<Supplier<Credentials>> given =
        Stream.of(
                way(authorization, secret -> FixedCredentials.of(secret.value())),
                way(inHeader, FixedCredentials::of),
                way(user, who -> FixedCredentials.basic(who.name(), who.password(around))),
                way(bearerFile, BearerFile::new),
                way(tokenCommand, BearerCredentials::ofCommand),
                way(oauth.given(), options -> options.credentials(transport, around)),
                way(netrc.given(), options -> options.credentials(root, around)),
                way(awsSigV4, where -> signing(where, around)))
            .filter(Objects::nonNull)
            .toList();
    if (given.size() > 1) {
      throw new IllegalArgumentException(
          "give only one of --authorization (or -H Authorization), --user, --bearer-file,"
              + " --token-command, --oauth-token-url, --netrc and --aws-sigv4");
    }
    return given.isEmpty() ? ungiven(root, around) : given.get(0).get();
  }

  private static <T> @Nullable Supplier<Credentials> way(
      @Nullable T option, Function<T, Credentials> credentials) {
    return option == null ? null : () -> credentials.apply(option);
  }

  private static Credentials ungiven(DicomWebRoot root, Surroundings around) {
    String fromEnvironment = around.variable("DICOMWEB_AUTHORIZATION");
    if (fromEnvironment != null) {
      return FixedCredentials.of(SecretConverter.read(fromEnvironment).value());
    }
    String userInfo = root.userInfo();
    if (userInfo == null) {
      return Credentials.none();
    }
    User user = User.parse(userInfo);
    return FixedCredentials.basic(user.name(), user.givenPassword());
  }

  private static Credentials signing(String where, Surroundings around) {
    int colon = where.indexOf(':');
    String region = colon < 0 ? where : where.substring(0, colon);
    String service = colon < 0 ? "medical-imaging" : where.substring(colon + 1);
    return new SignatureV4(around.awsKeys(), region, service);
  }
}
