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

/** The options that say who asks. At most one of the ways may be given. */
final class CredentialOptions extends OptionGroup {

  private final Given<@Nullable Secret> authorization =
      optional(Secret.class, "-z", "--authorization")
          .label("VALUE")
          .by(new SecretConverter())
          .described(
              "Value of the Authorization header, or @FILE that holds it.",
              "Also DICOMWEB_AUTHORIZATION.");

  private final Given<@Nullable User> user =
      optional(User.class, "--user")
          .label("NAME")
          .by(new UserConverter())
          .described(
              "Basic authentication; the password is asked for, or comes from",
              "DICOMWEB_PASSWORD. NAME:PASSWORD shows it to whoever lists processes.");

  private final Given<@Nullable Path> bearerFile =
      optional(Path.class, "--bearer-file", "--bearerFile")
          .label("FILE")
          .described("File with a bearer token; a new one in it is used at once.");

  private final Given<@Nullable String> tokenCommand =
      optional(String.class, "--token-command", "--tokenCommand")
          .label("COMMAND")
          .described(
              "Shell command that prints a bearer token; run again before the",
              "token expires and when it is refused.");

  private final OAuthOptions oauth = including(new OAuthOptions());

  private final NetrcOptions netrc = including(new NetrcOptions());

  private final Given<@Nullable String> awsSigV4 =
      optional(String.class, "--aws-sigv4", "--awsSigv4")
          .label("REGION[:SERVICE]")
          .described(
              "Sign for AWS (service medical-imaging) with AWS_ACCESS_KEY_ID,",
              "AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.");

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
                way(authorization.value(), secret -> FixedCredentials.of(secret.value())),
                way(inHeader, FixedCredentials::of),
                way(user.value(), who -> FixedCredentials.basic(who.name(), who.password(around))),
                way(bearerFile.value(), BearerFile::new),
                way(tokenCommand.value(), BearerCredentials::ofCommand),
                way(oauth.given(), options -> options.credentials(transport, around)),
                way(netrc.given(), options -> options.credentials(root, around)),
                way(awsSigV4.value(), where -> signing(where, around)))
            .filter(Objects::nonNull)
            .toList();
    if (given.size() > 1) {
      throw new IllegalArgumentException(
          "give only one of --authorization (or -H Authorization), --user, --bearer-file,"
              + " --token-command, --oauth-token-url, --netrc and --aws-sigv4");
    }
    return given.isEmpty() ? ungiven(root, around) : given.get(0).get();
  }

  /** Whether a password stands on the command line. */
  boolean showsPassword() {
    User named = user.value();
    return named != null && named.given() != null;
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
