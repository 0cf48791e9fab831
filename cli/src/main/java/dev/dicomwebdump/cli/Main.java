package dev.dicomwebdump.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Where the program begins. */
@Command(
    name = "dicomweb-dump",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "The flight recorder for DICOMweb servers.")
public final class Main {
  private Main() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param args as the user typed them
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  /** The version that the build wrote into the manifest of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"dicomweb-dump " + Main.class.getPackage().getImplementationVersion()};
    }
  }
}
