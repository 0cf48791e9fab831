package dev.dicomwebdump.benchmarks.contender;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Programs of this machine. */
public final class Programs {

  private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

  private Programs() {}

  /** Why a program cannot be used, or null. */
  public static @Nullable String absence(String program) {
    boolean isThere =
        Stream.concat(
                SEPARATOR.splitAsStream(System.getenv().getOrDefault("PATH", "")),
                Stream.of("/usr/sbin"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    return isThere ? null : program + " is not installed";
  }
}
