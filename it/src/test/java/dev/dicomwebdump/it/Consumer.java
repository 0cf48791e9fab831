package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A project that uses the library, built by Maven in a folder of its own, without a network. The
 * library is installed in a local repository of the project's own; all others come from the one of
 * this build, where nothing is written.
 */
final class Consumer {
  /** Where its sources lie. */
  static final Path SOURCES = Program.REPOSITORY.resolve("it/src/test/consumer");

  /** The library, packaged. */
  static final Path LIBRARY =
      Program.REPOSITORY.resolve("core/target/" + artifact("core") + ".jar");

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Path folder;
  private final String classpath;

  private Consumer(Path folder, String classpath) {
    this.folder = folder;
    this.classpath = classpath;
  }

  /** Installs the library and builds the project; both into that folder. */
  static Consumer build(Path folder) throws IOException, InterruptedException {
    Path project = folder.resolve("project");
    Path repository = folder.resolve("repository");
    copy(SOURCES, project);
    install(Program.REPOSITORY.resolve("pom.xml"), repository, "parent", ".pom");
    install(Program.REPOSITORY.resolve("core/pom.xml"), repository, "core", ".pom");
    install(LIBRARY, repository, "core", ".jar");
    return new Consumer(project, compile(project, repository));
  }

  /** Runs one of its classes to its end. */
  Program.Result run(String mainClass, String... arguments)
      throws IOException, InterruptedException {
    String classes = folder.resolve("target/classes") + ":" + classpath;
    return new Invocation(JAVA, "-cp", classes, mainClass).and(arguments).run();
  }

  /** Compiles it, and gives the class path that Maven made out for it. */
  private static String compile(Path project, Path repository)
      throws IOException, InterruptedException {
    Program.Result result =
        new Invocation(Path.of(System.getProperty("dicomwebdump.maven")), "-B", "-q", "-o")
            .and("-f", project.resolve("pom.xml").toString())
            .and("-Dmaven.repo.local=" + repository)
            .and("-Dmaven.repo.local.tail=" + System.getProperty("dicomwebdump.localRepository"))
            .and("compile", "exec:exec", "-Dexec.executable=echo", "-Dexec.args=%classpath")
            .run();
    assertThat(result.exitCode()).as(result.stdout() + result.stderr()).isZero();
    return result.stdout().strip();
  }

  private static void install(Path file, Path repository, String module, String suffix)
      throws IOException {
    String version = System.getProperty("dicomwebdump.version");
    Path place = repository.resolve("dev/dicomwebdump/dicomweb-dump-" + module).resolve(version);
    Files.createDirectories(place);
    Files.copy(file, place.resolve(artifact(module) + suffix));
  }

  private static String artifact(String module) {
    return "dicomweb-dump-" + module + "-" + System.getProperty("dicomwebdump.version");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
