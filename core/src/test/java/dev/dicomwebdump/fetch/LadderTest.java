package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.AttributePath;
import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {

  private static final List<String> STEPS =
      List.of(
          "multipart/related; type=\"application/dicom\"; transfer-syntax=*",
          "multipart/related; type=\"application/dicom\"",
          "multipart/related; type=application/dicom; transfer-syntax=*",
          "application/dicom; transfer-syntax=*",
          "application/dicom",
          "*/*");

  @ParameterizedTest
  @CsvSource({
    "'200', '0'",
    "'406 200', '0 1'",
    "'415 200', '0 1'",
    "'406 406 406 406 406 200', '0 1 2 3 4 5'",
    "'406 406 406 406 406 406', '0 1 2 3 4 5'",
    "'400 200', '0 1'",
    "'400 400', '0 1'",
    "'400 406 400 400 400', '0 1 2 3 4'",
    "'404', '0'",
    "'401', '0'",
    "'403', '0'",
    "'501', '0'",
    "'406 404', '0 1'",
    // A 500 is repeated as it was asked; then one other way, no further.
    "'500 200', '0 0'",
    "'500 500 200', '0 0 1'",
    "'500 500 406', '0 0 1'",
    "'500 500 400', '0 0 1'",
    "'500 500 500', '0 0 1'",
    "'500 406 200', '0 0 1'",
    "'406 500 500', '0 1 1'",
    "'406 406 500 500 200', '0 1 2 2 4'",
    "'406 406 406 500 500 406', '0 1 2 3 3 4'",
  })
  void anInstanceIsAskedForStepByStep(String statuses, String steps) throws InterruptedException {
    Fixture fixture = new Fixture(answers(statuses));

    Exchange exchange = fixture.fetch(Fixture.instance(1));

    assertThat(stepsOf(fixture.server.accepts())).isEqualTo(steps);
    List<Integer> all =
        IntStream.concat(
                exchange.earlier().stream().mapToInt(Exchange::status),
                IntStream.of(exchange.status()))
            .boxed()
            .toList();
    assertThat(all).isEqualTo(numbers(statuses));
    assertThat(fixture.sink.statuses).isEqualTo(all);
  }

  @Test
  void stepsAreNoRetries() throws InterruptedException {
    Fixture fixture = new Fixture(answers("502 502 502 406 502 502 502 200"));

    assertThat(fixture.fetch(Fixture.instance(1)).problem()).isNull();
  }

  @Test
  void aRefusalWhoseBodyBreaksOffIsARefusal() throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(406).with(Problem.Kind.TRUNCATED), Answer.OK);

    assertThat(fixture.fetch(Fixture.instance(1)).problem()).isNull();
    assertThat(stepsOf(fixture.server.accepts())).isEqualTo("0 1");
  }

  @Test
  void framesAreAskedForAsOctetStreams() throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(406));

    fixture.fetch(Fixture.frame(1, 1));

    List<String> expected =
        STEPS.stream()
            .map(step -> step.replace("application/dicom", "application/octet-stream"))
            .toList();
    assertThat(fixture.server.accepts()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "default, quoted|single|any",
    "1.2.840.10008.1.2.4.80, quoted+|unquoted+|single+",
  })
  void anotherTransferSyntaxHasItsOwnSteps(String syntax, String steps)
      throws InterruptedException {
    AcceptSettings settings = new AcceptSettings(new WantedSyntax(syntax), Map.of());
    Fixture fixture = new Fixture(asking(settings), Answer.status(406));

    assertThat(fixture.fetch(Fixture.frame(1, 1)).status()).isEqualTo(406);

    List<String> expected =
        Arrays.stream(steps.split("\\|"))
            .map(step -> step.replace("+", "; transfer-syntax=" + syntax))
            .map(step -> step.replace("unquoted", "multipart/related; type=T"))
            .map(step -> step.replace("quoted", "multipart/related; type=\"T\""))
            .map(step -> step.replace("single", "T").replace("any", "*/*"))
            .map(step -> step.replace("T", "application/octet-stream"))
            .toList();
    assertThat(fixture.server.accepts()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"400, 3", "406, 3", "415, 3", "500, 2", "404, 1"})
  void whoNamesOneTransferSyntaxNeverAsksWithout(int status, int requests)
      throws InterruptedException {
    AcceptSettings one = new AcceptSettings(new WantedSyntax("1.2.840.10008.1.2"), Map.of());
    Fixture fixture = new Fixture(asking(one), Answer.status(status));

    assertThat(fixture.requestsFor(Fixture.instance(1))).isEqualTo(requests);
    assertThat(fixture.server.accepts())
        .allMatch(accept -> accept.endsWith("; transfer-syntax=1.2.840.10008.1.2"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 406, 415})
  void aGivenHeaderIsTheOnlyStepOfItsKind(int status) throws InterruptedException {
    String own = "image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50, */*;q=0.1";
    AcceptSettings settings =
        new AcceptSettings(WantedSyntax.AS_STORED, Map.of(ResourceKind.FRAME, own));
    Fixture fixture = new Fixture(asking(settings), Answer.status(status));

    assertThat(fixture.requestsFor(Fixture.frame(1, 1))).isEqualTo(1);
    assertThat(fixture.requestsFor(Fixture.METADATA)).isEqualTo(1);
    assertThat(fixture.server.accepts()).containsExactly(own, "application/dicom+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.", "01.2", "1.2.840.10008.1.2.1 ", "explicit", "**"})
  void whatIsNoTransferSyntaxIsRefused(String text) {
    assertThatThrownBy(() -> new WantedSyntax(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\r\nX: y", "caf\u00e9"})
  void whatNoHeaderCanHoldIsRefused(String value) {
    Map<ResourceKind, String> given = Map.of(ResourceKind.FRAME, value);
    assertThatThrownBy(() -> new AcceptSettings(WantedSyntax.AS_STORED, given))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FetchSettings asking(AcceptSettings accept) {
    return Fixture.settings(1, Duration.ZERO, Duration.ZERO, accept);
  }

  static List<Resource> metadata() {
    Uid uid = new Uid("1.2");
    return List.of(
        Resource.studyMetadata(uid),
        Resource.seriesMetadata(uid, uid),
        Resource.instanceMetadata(uid, uid, uid));
  }

  @ParameterizedTest
  @MethodSource("metadata")
  void metadataIsAskedForInOneWay(Resource resource) throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(406));

    assertThat(fixture.fetch(resource).status()).isEqualTo(406);
    assertThat(fixture.server.accepts()).containsExactly("application/dicom+json");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, multipart/related; type=\"application/octet-stream\"|application/octet-stream|*/*",
        "application/pdf, multipart/related; type=\"application/octet-stream\"|"
            + "application/octet-stream|application/pdf|*/*",
      })
  void bulkDataIsAskedForAsBytesThenAsWhatItIs(@Nullable String type, String accepts)
      throws InterruptedException {
    Uid uid = new Uid("1.2");
    URI url = URI.create("http://127.0.0.1/b");
    BulkValue value = new BulkValue(new AttributePath("00420011"), "b", url, type);
    Fixture fixture = new Fixture(answers("406 406 406 406".substring(0, type == null ? 11 : 15)));

    fixture.fetch(Resource.bulkdata(uid, uid, uid, value));
    assertThat(fixture.server.accepts()).containsExactly(accepts.split("\\|"));
    assertThat(fixture.server.requests).allMatch(request -> request.url().equals(url));
  }

  private static Answer[] answers(String statuses) {
    return numbers(statuses).stream().map(Answer::status).toArray(Answer[]::new);
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
  }

  private static String stepsOf(List<String> accepts) {
    return String.join(
        " ", accepts.stream().map(accept -> String.valueOf(STEPS.indexOf(accept))).toList());
  }
}
