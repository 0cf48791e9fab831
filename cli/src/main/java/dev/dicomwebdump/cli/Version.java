package dev.dicomwebdump.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's name and the version that the build wrote into the manifest of its jar. */
final class Version implements IVersionProvider {

  static final String NAME = "dicomweb-dump";

  /** The version, or {@code development} when the program runs from no jar. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {NAME + " " + number()};
  }
}
