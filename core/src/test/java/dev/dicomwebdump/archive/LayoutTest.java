package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.resource.AttributePath;
import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {

  private static final Uid STUDY = new Uid("1.2");
  private static final Uid SERIES = new Uid("1.2.3");
  private static final Uid SOP = new Uid("odd_sop-1");

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of(Resource.studyMetadata(STUDY), "1.2/metadata"),
        Arguments.of(Resource.seriesMetadata(STUDY, SERIES), "1.2/series/1.2.3/metadata"),
        Arguments.of(
            Resource.instanceMetadata(STUDY, SERIES, SOP),
            "1.2/series/1.2.3/instances/odd_sop-1/metadata"),
        Arguments.of(
            Resource.frame(STUDY, SERIES, SOP, 12),
            "1.2/series/1.2.3/instances/odd_sop-1/frames/12"),
        Arguments.of(
            Resource.instance(STUDY, SERIES, SOP),
            "1.2/series/1.2.3/instances/odd_sop-1/_/odd_sop-1"),
        Arguments.of(
            Resource.frames(STUDY, SERIES, SOP, 3, 12),
            "1.2/series/1.2.3/instances/odd_sop-1/frames/3-12"),
        Arguments.of(Resource.seriesInstances(STUDY, SERIES), "1.2/series/1.2.3/_/1.2.3"),
        Arguments.of(Resource.studyInstances(STUDY), "1.2/_/1.2"),
        Arguments.of(
            Resource.bulkdata(
                STUDY,
                SERIES,
                SOP,
                new BulkValue(
                    new AttributePath("00480105.1.00282000"), "x", URI.create("http://a/x"), null)),
            "1.2/series/1.2.3/instances/odd_sop-1/bulkdata/00480105.1.00282000"),
        Arguments.of(
            Resource.rendered(STUDY, SERIES, SOP), "1.2/series/1.2.3/instances/odd_sop-1/rendered"),
        Arguments.of(
            Resource.renderedFrame(STUDY, SERIES, SOP, 4),
            "1.2/series/1.2.3/instances/odd_sop-1/frames/4.rendered"),
        Arguments.of(Resource.thumbnail(STUDY, null, null), "1.2/thumbnail"),
        Arguments.of(Resource.xmlOf(Resource.studyMetadata(STUDY)), "1.2/metadata.xml"),
        Arguments.of(Resource.studiesSearch(new SearchPage(2, "limit=1")), "_dump/qido/studies.2"),
        Arguments.of(Resource.seriesSearch(STUDY, new SearchPage(1, "")), "1.2/qido/series.1"),
        Arguments.of(
            Resource.instancesSearch(STUDY, SERIES, new SearchPage(1, "")),
            "1.2/series/1.2.3/qido/instances.1"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void everyResourceHasItsPlace(Resource resource, String body) {
    assertThat(Layout.filesOf(resource).body()).isEqualTo(body);
  }

  @Test
  void filesBesideABodyBeginWithItsName() {
    EntryFiles files = new EntryFiles("s/frames/1");

    assertThat(files.record()).isEqualTo("s/frames/1.dump.json");
    assertThat(files.error()).isEqualTo("s/frames/1.error");
    assertThat(files.partial()).isEqualTo("s/frames/1.partial");
    assertThat(files.payload()).isEqualTo("s/frames/1.bin");
    assertThat(files.payload(2)).isEqualTo("s/frames/1.2.bin");
    assertThat(Layout.temporary(files.body())).isEqualTo("s/frames/1.tmp");
    assertThat(Layout.nameOf(files.payload())).isEqualTo("1.bin");
  }

  @Test
  void theProgramsOwnFilesLieInFoldersThatNoUidCanName() {
    assertThat(Layout.studyFolder(STUDY)).isEqualTo("1.2");
    assertThat(Layout.summary(STUDY)).isEqualTo("1.2/_dump/summary.json");
    assertThat(Layout.sums(STUDY)).isEqualTo("1.2/_dump/SHA256SUMS");
    assertThat(Layout.summary()).isEqualTo("_dump/summary.json");
    assertThat(Layout.lock()).isEqualTo("_dump/lock");
    assertThat(Uid.orNull("_dump")).isNull();
    assertThat(Uid.orNull("_")).isNull();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void noPathLeadsOutOfTheFolder(Resource resource) {
    Path folder = Path.of("/dump");
    Path body = folder.resolve(Layout.filesOf(resource).body());

    assertThat(body.normalize()).isEqualTo(body).startsWithRaw(folder);
  }

  @Test
  void sixtyFourCharactersOfUidLeaveRoomForEveryEnding() {
    Uid longest = new Uid("1".repeat(64));
    String name = Layout.nameOf(Layout.filesOf(Resource.instance(STUDY, SERIES, longest)).record());

    assertThat(Layout.temporary(name)).hasSizeLessThan(255);
  }
}
