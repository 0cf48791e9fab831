package dev.dicomwebdump.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/** A command of the program: its command line, and what it does. */
abstract class Command extends OptionGroup implements Callable<Integer> {

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  Command(String name) {
    spec.name(name).versionProvider(new Version());
  }

  /** Whether the user asked for a stack trace. */
  abstract boolean debug();

  /** The folder that the command reads: a word that belongs to no option. */
  final Given<Path> folder(String description) {
    PositionalParamSpec folder =
        PositionalParamSpec.builder()
            .type(Path.class)
            .required(true)
            .paramLabel("FOLDER")
            .description(description)
            .build();
    spec.addPositional(folder);
    return new Given<>(folder);
  }

  /** What help says besides of options. */
  final UsageMessageSpec help() {
    return spec.usageMessage().sortOptions(false).footerHeading("%nExit codes:%n");
  }

  /** The command line with all that was declared. To be called once. */
  final CommandLine line() {
    for (OptionSpec option : options()) {
      ArgGroupSpec group = option.group();
      if (group == null) {
        spec.addOption(option);
      } else if (!spec.argGroups().contains(group)) {
        spec.addArgGroup(group);
      }
    }
    spec.addOption(
        asking("Show this help message and exit.", "-h", "--help").usageHelp(true).build());
    spec.addOption(
        asking("Print version information and exit.", "-V", "--version").versionHelp(true).build());
    return new CommandLine(spec);
  }

  private static OptionSpec.Builder asking(String description, String... names) {
    return OptionSpec.builder(names)
        .type(Boolean.class)
        .initialValue(false)
        .description(description);
  }

  /** What ends the run with a word on how to use the command. */
  final ParameterException wrongUsage(RuntimeException why) {
    return new ParameterException(spec.commandLine(), why.getMessage(), why);
  }
}
