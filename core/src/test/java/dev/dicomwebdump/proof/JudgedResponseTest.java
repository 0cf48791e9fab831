package dev.dicomwebdump.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Responses that share what they may hold in memory. */
class JudgedResponseTest {

  private static final byte[] JSON =
      "[{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}}]".getBytes(UTF_8);
  private static final ResponseHead OK =
      new ResponseHead(
          "HTTP/1.1",
          200,
          "OK",
          new Headers(List.of(new Header("Content-Type", "application/dicom+json"))));

  private final MemoryBudget budget = new MemoryBudget(new ByteSize(JSON.length));

  private JudgedResponse metadata() {
    Resource metadata = Resource.studyMetadata(new Uid("1.2"));
    return new JudgedResponse(metadata, Pixels.NONE, ByteSize.UNLIMITED, budget);
  }

  /** All of it, in two pieces. */
  private static @Nullable Problem all(JudgedResponse response) {
    response.head(OK);
    response.body(JSON, 0, 10);
    response.body(JSON, 10, JSON.length - 10);
    return response.end();
  }

  @Test
  void whatFitsIsJudgedAndAnAttemptMoreTakesNoMore() {
    JudgedResponse response = metadata();

    assertThat(all(response)).isNull();
    assertThat(all(response)).isNull();
  }

  @Test
  void forWhatIsHeldNoOtherHasRoomUntilItIsForgotten() {
    JudgedResponse first = metadata();
    JudgedResponse second = metadata();
    all(first);

    assertThat(all(second)).extracting(Problem::kind).isEqualTo(Problem.Kind.TOO_LARGE);

    first.forget();
    assertThat(all(second)).isNull();
  }

  @Test
  void whatDidNotFitTakesNothingForEver() {
    JudgedResponse large = metadata();
    large.head(OK);
    large.body(JSON, 0, JSON.length);
    large.body(JSON, 0, 1);

    assertThat(large.end()).extracting(Problem::kind).isEqualTo(Problem.Kind.TOO_LARGE);

    large.forget();
    large.forget();
    assertThat(all(metadata())).isNull();
    assertThat(all(metadata())).extracting(Problem::kind).isEqualTo(Problem.Kind.TOO_LARGE);
  }
}
