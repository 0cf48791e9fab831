package dev.dicomwebdump.benchmarks.contender;

import dev.dicomwebdump.benchmarks.work.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packaged program, with its defaults but for the number of requests in flight. */
public final class Dump implements Contender {

  /** Its name in tables. */
  public static final String NAME = "dicomweb-dump";

  private final Path program;
  private final String name;
  private final String javaOptions;

  private Dump(Path program, String name, String javaOptions) {
    this.program = program;
    this.name = name;
    this.javaOptions = javaOptions;
  }

  /** As it is. */
  public static Dump plain(Path program) {
    return new Dump(program, NAME, "");
  }

  /** In a heap of 192 MB. */
  public static Dump inSmallHeap(Path program) {
    return new Dump(program, NAME + " -Xmx192m", "-Xmx192m");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable String absence() {
    return Files.isExecutable(program) ? null : program + " is not there: run make build";
  }

  @Override
  public List<String> command(Job job) {
    List<String> command =
        new ArrayList<>(List.of(program.toString(), "-w", job.root(), "-s", Study.UID, "-q"));
    command.addAll(List.of("-o", job.output().toString()));
    command.addAll(List.of("-c", Integer.toString(job.work().connections())));
    command.addAll(job.work().selection());
    if (job.work().link().isSecure()) {
      command.addAll(List.of("--cacert", job.authority().toString()));
    }
    return command;
  }

  @Override
  public Map<String, String> environment() {
    return javaOptions.isEmpty() ? Map.of() : Map.of("DICOMWEB_DUMP_OPTS", javaOptions);
  }
}
