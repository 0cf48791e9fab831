package dev.dicomwebdump.cli;

import java.nio.file.Path;

/**
 * {@code dicomweb-dump demo}: a dump to look at, without any server. Names no class of the server,
 * so that no other command loads it.
 */
final class DemoCommand extends Command {

  static final String NAME = "demo";

  private final Given<Path> folder =
      usually("dicomweb-demo", Path.class, "-o", "--outputFolder", "--output-folder")
          .label("FOLDER")
          .described(
              "Where the dump goes; a demo that is there is made anew.",
              "Default: ${DEFAULT-VALUE}.");

  private final Given<Boolean> debug =
      flag("--debug").described("Show each request, and a stack trace on a defect.");

  private final Terminal terminal;

  DemoCommand(Terminal terminal) {
    super(NAME);
    this.terminal = terminal;
    help()
        .description(
            "Serves a small bundled capture on the loopback interface, dumps it, and says where to"
                + " look. Needs no network.")
        .footer(
            "  as of a dump; also 1 no listening on the loopback interface;",
            "  2 the folder holds something else than the demo");
  }

  @Override
  boolean debug() {
    return debug.value();
  }

  @Override
  public Integer call() {
    return new Demo(folder.value(), debug.value(), terminal).run();
  }
}
