package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library in a project of somebody else's, by the examples of the README. */
@Tag("smoke")
class LibraryIT {
  private static Consumer consumer;

  private final SyntheticStudy study = SyntheticStudies.small();
  private FakeDicomWebServer server;
  @TempDir private Path output;

  @BeforeAll
  static void build(@TempDir Path folder) throws Exception {
    consumer = Consumer.build(folder);
  }

  @BeforeEach
  void start() throws Exception {
    server = FakeDicomWebServer.serving(study);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void dumpsAStudy() throws Exception {
    assertThat(run("DumpStudy", output.toString())).isEqualTo("COMPLETE, 12 frames\n");

    DumpFolder dump = new DumpFolder(output);
    assertThat(dump.summary().at("/dump/verdict").textValue()).isEqualTo("complete");
    assertThat(Program.run("verify", output.toString()).exitCode()).isZero();
  }

  @Test
  void streamsAResponseIntoASinkOfTheCallers() throws Exception {
    run("DumpStudy", output.toString());
    byte[] metadata = new DumpFolder(output).bytes(study.uid() + "/metadata");

    assertThat(run("HashMetadata")).isEqualTo(Digests.sha256(metadata) + "\n");
  }

  @Test
  void listsTheResourcesOfAStudyByOneRequest() throws Exception {
    String[] expected =
        study.series().stream()
            .flatMap(series -> series.instances().stream())
            .map(LibraryIT::line)
            .toArray(String[]::new);

    assertThat(run("ListStudy").lines()).containsExactly(expected);
    assertThat(server.requests())
        .extracting(ReceivedRequest::path)
        .containsExactly(study.path() + "/metadata");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DumpStudy", "HashMetadata", "ListStudy"})
  void theReadmeShowsTheExamplesAsTheyAre(String example) throws Exception {
    String source =
        Files.readString(Consumer.SOURCES.resolve("src/main/java/example/" + example + ".java"));
    String shown = source.substring(source.indexOf("/**"));

    assertThat(readme()).contains("```java\n" + shown + "```\n");
  }

  @Test
  void theReadmeShowsTheDependencyAsItIs() throws Exception {
    String pom = Files.readString(Consumer.SOURCES.resolve("pom.xml"));
    int begin = pom.indexOf("    <dependency>\n");
    int end = pom.indexOf("\n  </dependencies>");

    assertThat(readme()).contains("```xml\n" + pom.substring(begin, end).stripIndent() + "\n```\n");
  }

  @Test
  void theLibraryIsAModuleWithAName() {
    assertThat(ModuleFinder.of(Consumer.LIBRARY).findAll())
        .extracting(ModuleReference::descriptor)
        .extracting(ModuleDescriptor::name)
        .containsExactly("dev.dicomwebdump.core");
  }

  private String run(String example, String... more) throws Exception {
    String[] arguments = new String[more.length + 2];
    arguments[0] = server.rootUrl();
    arguments[1] = study.uid();
    System.arraycopy(more, 0, arguments, 2, more.length);
    Program.Result result = consumer.run("example." + example, arguments);
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(result.stderr()).isEmpty();
    return result.stdout();
  }

  private static String line(SyntheticInstance instance) {
    return "%s: %d frames, %d values elsewhere"
        .formatted(instance.path(), instance.numberOfFrames(), instance.bulkData().size());
  }

  private static String readme() throws Exception {
    return Files.readString(Program.REPOSITORY.resolve("README.md"));
  }
}
