package dev.dicomwebdump.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          frames=8                      | FRAME
          frame=8                       | FRAME
          frames=8,instances=1          | FRAME INSTANCE
          study-metadata=1              | STUDY_METADATA
          qido=1                        | STUDIES_SEARCH SERIES_SEARCH INSTANCES_SEARCH
          """)
  void aMixNamesKinds(String text, String kinds) {
    assertThat(Mix.parse(text).kinds())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(kinds.split(" ")).map(ResourceKind::valueOf).toList());
  }

  @Test
  void metadataIsThatOfAllLevels() {
    assertThat(Mix.parse("metadata=1").kinds())
        .hasSize(6)
        .allMatch(kind -> kind.isMetadata() || kind.isXml());
  }

  @Test
  void aServerIsAskedForMetadataInJsonUnlessXmlIsNamed() {
    assertThat(Mix.parse("metadata=1,frames=1").kindsOrPlain())
        .containsExactlyInAnyOrderElementsOf(Mix.NONE.kindsOrPlain());
    assertThat(Mix.parse("study-metadata-xml=1").kindsOrPlain())
        .singleElement()
        .matches(ResourceKind::isXml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                              | a mix is KIND=WEIGHT
          frames                          | a mix is KIND=WEIGHT
          frames=                         | a mix is KIND=WEIGHT
          frames=0                        | a weight is from 1
          frames=-1                       | a mix is KIND=WEIGHT
          frames=1,                       | a mix is KIND=WEIGHT
          pictures=1                      | no such kind: "pictures"
          frames=1,frame=2                | frame has two weights
          metadata=1,study-metadata=1     | study-metadata has two weights
          """)
  void whatIsNoMixIsRefused(String text, String why) {
    assertThatThrownBy(() -> Mix.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void eachListIsDrawnFromAsItsWeightSays() {
    WeightedSource source = new WeightedSource(3);
    source.add(frames(5), 8);
    source.add(List.of(ask(Resource.studyMetadata(new Uid("1.2")))), 2);
    long frames =
        Stream.generate(source::next)
            .limit(10_000)
            .filter(ask -> ask.resource().kind() == ResourceKind.FRAME)
            .count();

    assertThat(frames).isCloseTo(8000, within(150L));
  }

  @Test
  void aListGoesRound() {
    RoundSource source = new RoundSource(frames(3));

    assertThat(Stream.generate(source::next).limit(7).map(MixTest::number))
        .containsExactly(1, 2, 3, 1, 2, 3, 1);
  }

  private static List<Ask> frames(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(n -> ask(Resource.frame(new Uid("1.2"), new Uid("1.3"), new Uid("1.4"), n)))
        .toList();
  }

  private static Ask ask(Resource resource) {
    return Asks.of(resource);
  }

  private static int number(Ask ask) {
    return ask.resource().frames().get(0);
  }
}
