package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dumps the bundled capture from a server of our own, as a user would, and says where to look. */
final class Demo {

  /** A proxy or credentials for other servers are not for this one. */
  private static final Surroundings NOTHING_AROUND = new Surroundings(Map.of(), user -> null);

  private final Path folder;
  private final boolean debug;
  private final Terminal terminal;

  Demo(Path folder, boolean debug, Terminal terminal) {
    this.folder = folder;
    this.debug = debug;
    this.terminal = terminal;
  }

  /** The exit code. */
  int run() {
    if (holdsSomethingElse()) {
      terminal.say(folder + " holds something else than the demo: choose another folder with -o");
      return ExitCode.USAGE.number();
    }
    try (DemoServer server = DemoServer.start(terminal::say)) {
      int exitCode = server.use(this::dump);
      if (exitCode == ExitCode.COMPLETE.number()) {
        terminal.print(DemoGuide.text(folder).getBytes(Charset.defaultCharset()));
      }
      return exitCode;
    } catch (IOException e) {
      terminal.say("cannot serve the demo: " + e.getMessage());
      return ExitCode.NOTHING.number();
    }
  }

  /** Whether there is more in the folder than a demo leaves there. */
  private boolean holdsSomethingElse() {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return !entries.map(entry -> entry.getFileName().toString()).allMatch(Demo::isOurs);
    } catch (IOException e) {
      throw new OutputException("cannot read " + folder, e);
    }
  }

  private static boolean isOurs(String name) {
    return name.equals(Layout.OWN_FOLDER) || DemoCapture.STUDIES.contains(name);
  }

  private int dump(String root) {
    List<String> arguments = arguments(root);
    terminal.say("serving the bundled capture of an Orthanc; this dumps it:");
    terminal.err().println(shown(arguments));
    return Main.dumpLine(new DumpCommand(terminal, NOTHING_AROUND), terminal)
        .execute(arguments.toArray(String[]::new));
  }

  private static String shown(List<String> arguments) {
    return arguments.stream()
        .map(ShellWord::of)
        .collect(Collectors.joining(" ", "  " + Version.NAME + " ", ""));
  }

  /** The port is another one each time, and a dump goes on only with the server that it is of. */
  private List<String> arguments(String root) {
    List<String> arguments = new ArrayList<>(List.of("-w", root));
    DemoCapture.STUDIES.forEach(study -> arguments.addAll(List.of("-s", study)));
    arguments.addAll(List.of("-o", folder.toString(), "-i", "-m"));
    if (Files.exists(folder)) {
      arguments.add("--restart");
    }
    if (debug) {
      arguments.add("--debug");
    }
    return arguments;
  }
}
