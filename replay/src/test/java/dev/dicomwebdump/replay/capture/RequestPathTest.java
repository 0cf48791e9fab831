package dev.dicomwebdump.replay.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/studies                                       | qido-studies",
        "/studies/                                      | qido-studies",
        "/studies/1                                     | study-instances",
        "/studies/1/metadata                            | study-metadata",
        "/studies/1/series                              | qido-series",
        "/studies/1/instances                           | qido-instances",
        "/studies/1/thumbnail                           | thumbnail",
        "/studies/1/series/2                            | series-instances",
        "/studies/1/series/2/instances                  | qido-instances",
        "/studies/1/series/2/instances/3                | instance",
        "/studies/1/series/2/instances/3/metadata       | instance-metadata",
        "/studies/1/series/2/instances/3/rendered       | rendered",
        "/studies/1/series/2/instances/3/frames/1,3     | frame",
        "/studies/1/series/2/instances/3/frames/2/rendered | rendered",
        "/studies/1/series/2/instances/3/frames/0       | none",
        "/studies/1/series/2/instances/3/frames/1,2/rendered | none",
        "/studies/1/series/2/instances/3/bulkdata/x     | none",
        "/studies/../x                                  | none",
        "/studies/1/metadata/x                          | none",
        "/series                                        | qido-series",
        "/instances/                                    | qido-instances",
        "/series/2                                      | none",
        "/studiesx                                      | none"
      })
  void aPathNamesAResource(String path, String kind) {
    RequestPath read = RequestPath.of(path);

    assertThat(read.resource() == null ? "none" : read.resource().kind().published())
        .isEqualTo(kind);
  }
}
