package dev.dicomwebdump.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code dicomweb-dump demo}: a dump to look at, without any server. Names no class of the server,
 * so that no other command loads it.
 */
@Command(
    name = DemoCommand.NAME,
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Serves a small bundled capture on the loopback interface, dumps it, and says where to"
            + " look. Needs no network.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  as of a dump; also 1 no listening on the loopback interface;",
      "  2 the folder holds something else than the demo"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DemoCommand implements Callable<Integer>, Debuggable {

  static final String NAME = "demo";

  @Option(
      names = {"-o", "--outputFolder", "--output-folder"},
      paramLabel = "FOLDER",
      defaultValue = "dicomweb-demo",
      description = {
        "Where the dump goes; a demo that is there is made anew.",
        "Default: ${DEFAULT-VALUE}."
      })
  Path folder;

  @Option(names = "--debug", description = "Show each request, and a stack trace on a defect.")
  boolean debug;

  private final Terminal terminal;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public boolean debug() {
    return debug;
  }

  @Override
  public Integer call() {
    return new Demo(folder, debug, terminal).run();
  }
}
