package dev.dicomwebdump.cli;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.credentials.Netrc;
import dev.dicomwebdump.resource.DicomWebRoot;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for logins in a netrc file. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class NetrcOptions {

  @Option(names = "--netrc", description = "Login and password for the host from ~/.netrc.")
  boolean netrc;

  @Option(
      names = {"--netrc-file", "--netrcFile"},
      paramLabel = "FILE",
      description = "The same from another file. Also NETRC.")
  @Nullable Path file;

  /** These options, or null when none of them is given. */
  @Nullable NetrcOptions given() {
    return netrc || file != null ? this : null;
  }

  /**
   * @throws IllegalArgumentException when the file has nothing for the host, or cannot be read
   */
  Credentials credentials(DicomWebRoot root, Surroundings around) {
    Path from = file == null ? usual(around) : file;
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
