package dev.dicomwebdump.cli;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.credentials.Netrc;
import dev.dicomwebdump.resource.DicomWebRoot;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The options for logins in a netrc file. */
final class NetrcOptions extends OptionGroup {

  private final Given<Boolean> netrc =
      flag("--netrc").described("Login and password for the host from ~/.netrc.");

  private final Given<@Nullable Path> file =
      optional(Path.class, "--netrc-file", "--netrcFile")
          .label("FILE")
          .described("The same from another file. Also NETRC.");

  /** These options, or null when none of them is given. */
  @Nullable NetrcOptions given() {
    return netrc.value() || file.value() != null ? this : null;
  }

  /**
   * @throws IllegalArgumentException when the file has nothing for the host, or cannot be read
   */
  Credentials credentials(DicomWebRoot root, Surroundings around) {
    Path from = file.value() == null ? usual(around) : file.value();
    String host = root.host();
    Credentials found = read(from).of(host);
    if (found == null) {
      throw new IllegalArgumentException(from + " has no login and password for " + host);
    }
    return found;
  }

  private static Path usual(Surroundings around) {
    String named = around.variable("NETRC");
    return named == null ? Path.of(System.getProperty("user.home"), ".netrc") : Path.of(named);
  }

  private static Netrc read(Path from) {
    try {
      return Netrc.read(from);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + from, e);
    }
  }
}
