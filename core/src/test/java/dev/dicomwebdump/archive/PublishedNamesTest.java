package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The names that the code writes are those that the schemas and {@code docs/format.md} list. */
class PublishedNamesTest {

  static Stream<Arguments> enums() {
    List<String> kinds = Stream.of(ResourceKind.values()).map(ResourceKind::published).toList();
    List<String> problems = Stream.of(Problem.Kind.values()).map(Problem.Kind::published).toList();
    List<String> outcomes = Stream.of(Outcome.values()).map(Outcome::published).toList();
    List<String> verdicts = Stream.of(DumpVerdict.values()).map(DumpVerdict::published).toList();
    List<String> ends = Stream.of(RunEnd.values()).map(RunEnd::published).toList();
    return Stream.of(
        Arguments.of(Schemas.RECORD, "/$defs/resource/properties/kind/enum", kinds),
        Arguments.of(Schemas.RECORD, "/$defs/problemKind/enum", problems),
        Arguments.of(Schemas.RECORD, "/$defs/dicomweb/properties/outcome/enum", outcomes),
        Arguments.of(Schemas.SUMMARY, "/$defs/kind/enum", kinds),
        Arguments.of(Schemas.SUMMARY, "/$defs/problem/properties/kind/enum", problems),
        Arguments.of(Schemas.SUMMARY, "/$defs/verdict/enum", verdicts),
        Arguments.of(Schemas.SUMMARY, "/$defs/run/properties/end/enum", ends),
        Arguments.of(Schemas.REPORT, "/$defs/kind/enum", kinds),
        Arguments.of(Schemas.REPORT, "/$defs/problem/enum", problems));
  }

  @ParameterizedTest
  @MethodSource("enums")
  void theSchemaListsThemAll(Schemas schema, String pointer, List<String> names)
      throws IOException {
    JsonNode listed = new ObjectMapper().readTree(schema.text()).at(pointer);

    assertThat(StreamSupport.stream(listed.spliterator(), false).map(JsonNode::asText))
        .containsExactlyElementsOf(names);
  }

  @ParameterizedTest
  @MethodSource("enums")
  void theDocumentListsThemAll(Schemas schema, String pointer, List<String> names) {
    String document = Schemas.read(Path.of("..", "docs", "format.md"));

    assertThat(names).allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
  }
}
