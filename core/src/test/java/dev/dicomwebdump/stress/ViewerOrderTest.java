package dev.dicomwebdump.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerOrderTest {

  private static final Uid STUDY = new Uid("1");
  private static final Uid OTHER = new Uid("2");

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2 1", "3, 2 3 1", "4, 3 4 2 1", "7, 4 5 3 6 2 7 1"})
  void framesComeFromTheMiddleOutwards(int frames, String order) {
    List<Ask> asks =
        IntStream.rangeClosed(1, frames).mapToObj(n -> Asks.of(frame(STUDY, "1.1", n))).toList();

    assertThat(
            ViewerOrder.of(asks).stream()
                .map(ask -> ask.resource().frames().get(0).toString())
                .collect(Collectors.joining(" ")))
        .isEqualTo(order);
  }

  @Test
  void oneStudyIsOpenedAfterTheOther() {
    Resource ofOther = Resource.seriesMetadata(OTHER, new Uid("2.1"));
    Resource first = Resource.seriesMetadata(STUDY, new Uid("1.1"));
    Resource second = Resource.seriesMetadata(STUDY, new Uid("1.2"));
    Resource series = Resource.seriesSearch(STUDY, new SearchPage(1, ""));
    Resource search = Resource.studiesSearch(new SearchPage(1, "StudyInstanceUID=1"));

    assertThat(
            ViewerOrder.of(
                    List.of(
                        Asks.of(search),
                        Asks.of(frame(STUDY, "1.1", 1)),
                        Asks.of(ofOther),
                        Asks.of(first),
                        Asks.of(series),
                        Asks.of(Resource.studyMetadata(STUDY)),
                        Asks.of(frame(STUDY, "1.2", 1)),
                        Asks.of(second)))
                .stream()
                .map(Ask::resource))
        .containsExactly(
            search, series, first, second, frame(STUDY, "1.1", 1), frame(STUDY, "1.2", 1), ofOther);
  }

  private static Resource frame(Uid study, String series, int number) {
    return Resource.frame(study, new Uid(series), new Uid("1.1.1"), number);
  }
}
