package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.DicomFolder;
import dev.dicomwebdump.archive.HarLog;
import dev.dicomwebdump.archive.Permissions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The options that say whether a dump is written as a HAR log too, and where. */
final class HarOptions extends OptionGroup {

  private static final String STDOUT = "-";

  final Given<@Nullable String> file =
      optional(String.class, "--har")
          .label("FILE")
          .described(
              "Write all exchanges that the folder has records of as a HAR 1.2 log, for the developer"
                  + " tools of a browser; - is stdout.");

  private final Given<Boolean> bodies =
      flag("--harBodies", "--har-bodies").described("With the bodies, as far as they were kept.");

  /** Whether a log goes to stdout, which then takes nothing else. */
  boolean takesStdout() {
    return STDOUT.equals(file.value());
  }

  /** Whether a log goes to that file. */
  boolean isTo(Path other) {
    return file.value() != null
        && !takesStdout()
        && Path.of(file.value())
            .toAbsolutePath()
            .normalize()
            .equals(other.toAbsolutePath().normalize());
  }

  /**
   * Sees that the options fit together.
   *
   * @param folder the dump
   * @param json whether a document goes to stdout
   * @throws IllegalArgumentException when they do not
   */
  void check(Path folder, boolean json) {
    if (bodies.value() && file.value() == null) {
      throw new IllegalArgumentException("--har-bodies goes with --har");
    }
    if (takesStdout() && json) {
      throw new IllegalArgumentException("--har - and --json both write to stdout: take one");
    }
    if (file.value() != null
        && !takesStdout()
        && DicomFolder.liesIn(Path.of(file.value()), folder)) {
      throw new IllegalArgumentException(
          "--har must lead out of the output folder, which holds the dump and nothing else");
    }
  }

  /**
   * Begins the log, so that it is known before a long run whether it can be written. The caller
   * closes it.
   *
   * @param folder the dump
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be begun
   */
  HarOutput begin(Path folder, Permissions permissions, Terminal terminal) {
    if (file.value() == null) {
      return HarOutput.NONE;
    }
    HarLog log = new HarLog(folder, Version.NAME, Version.number(), bodies.value());
    return takesStdout()
        ? HarOutput.toStdout(log, terminal)
        : HarOutput.toFile(log, Path.of(file.value()), permissions);
  }
}
