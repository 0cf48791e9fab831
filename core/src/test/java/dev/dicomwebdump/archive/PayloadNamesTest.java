package dev.dicomwebdump.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayloadNamesTest {

  private static final Uid STUDY = new Uid("1");
  private static final Uid SERIES = new Uid("2");
  private static final Uid SOP = new Uid("3");
  private static final String PLACE = "1/series/2/instances/3/";
  private static final String FILE = PLACE + "_/3";
  private static final InstanceUids PLACED = new InstanceUids(SERIES, SOP);

  private static PayloadNames of(Resource resource, int payloads) {
    return new PayloadNames(resource, List.of(), payloads);
  }

  @Test
  void framesHaveTheirOwnNamesWhateverTheyCameWith() {
    PayloadNames several = of(Resource.frames(STUDY, SERIES, SOP, 7, 9), 3);
    PayloadNames one = of(Resource.frame(STUDY, SERIES, SOP, 8), 1);

    assertThat(several.of(2)).isEqualTo(PLACE + "frames/8.bin").isEqualTo(one.of(1));
    assertThat(several.aside(2)).isEqualTo(PLACE + "frames/7-9.2.bin");
    assertThat(one.aside(1)).isEqualTo(PLACE + "frames/8.1.bin");
    assertThat(several.otherRecords(2)).containsExactly(PLACE + "frames/8.dump.json");
    assertThat(one.otherRecords(1)).isEmpty();
  }

  @Test
  void instancesHaveTheirOwnNamesWhateverTheyCameWith() {
    List<@Nullable InstanceUids> came = Arrays.asList(null, PLACED, new InstanceUids(null, SOP));
    PayloadNames names = new PayloadNames(Resource.studyInstances(STUDY), came, 3);

    assertThat(names.of(2))
        .isEqualTo(FILE + ".bin")
        .isEqualTo(of(Resource.instance(STUDY, SERIES, SOP), 1).of(1));
    assertThat(names.aside(2)).isEqualTo("1/_/1.2.bin");
    assertThat(names.of(1)).isEqualTo("1/_/1.1.bin");
    assertThat(names.of(3)).isEqualTo("1/_/1.3.bin");
    assertThat(names.otherRecords(2))
        .containsExactly(FILE + ".dump.json", "1/series/2/_/2.dump.json");
    assertThat(names.otherRecords(3)).isEmpty();
  }

  @Test
  void otherPayloadsLieBesideTheirRecord() {
    Resource picture = Resource.rendered(STUDY, SERIES, SOP);

    assertThat(of(picture, 1).of(1)).isEqualTo(PLACE + "rendered.bin");
    assertThat(of(picture, 2).of(2)).isEqualTo(PLACE + "rendered.2.bin");
    assertThat(of(Resource.studyInstances(STUDY), 1).of(1)).isEqualTo("1/_/1.bin");
  }
}
