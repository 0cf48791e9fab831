package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.fetch.AcceptSettings;
import dev.dicomwebdump.fetch.WantedSyntax;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second run that asks otherwise than the first. */
class EarlierAcceptsTest extends RunOnFakeServer {

  private static final String IMPLICIT = "1.2.840.10008.1.2";
  private static final String OWN = "multipart/related; type=\"application/octet-stream\"";

  private static AcceptSettings settings(String syntax, @Nullable String ofFrames) {
    return new AcceptSettings(
        new WantedSyntax(syntax),
        ofFrames == null ? Map.of() : Map.of(ResourceKind.FRAME, ofFrames));
  }

  private DumpRequestBuilder with(AcceptSettings accept) {
    return request(STUDY).selection(Selection.PLAIN.with(Content.INSTANCES)).accept(accept);
  }

  private void killedRun(AcceptSettings accept) throws Exception {
    run(with(accept));
    Files.delete(temp.resolve("dump/2.999.1/_dump/summary.json"));
  }

  private void assertRefused(AcceptSettings now, String then) throws Exception {
    List<String> before = dumped().files("");
    server.clearRequests();

    assertThatThrownBy(() -> run(with(now)))
        .isInstanceOf(OtherDumpException.class)
        .hasMessageContaining(then)
        .hasMessageContaining("--restart");

    assertThat(dumped().files("")).isEqualTo(before);
    assertThat(temp.resolve("dump/_dump/lock")).isEmptyFile();
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "*, none, 1.2.840.10008.1.2, none, --transfer-syntax '*'",
        "1.2.840.10008.1.2, none, *, none, --transfer-syntax '1.2.840.10008.1.2'",
        "*, none, default, none, --transfer-syntax '*'",
        "default, none, *, none, --transfer-syntax 'default'",
        "*, image/jpeg, *, none, --accept 'frame=image/jpeg'",
        "*, image/jpeg, *, image/png, --accept 'frame=image/jpeg'",
      })
  void aStudyThatWasAskedForOtherwiseIsRefused(
      String syntax,
      @Nullable String frames,
      String nowSyntax,
      @Nullable String nowFrames,
      String then)
      throws Exception {
    run(with(settings(syntax, frames)));

    assertRefused(settings(nowSyntax, nowFrames), then);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "*, none, 1.2.840.10008.1.2, none, transfer-syntax=*",
        "1.2.840.10008.1.2, none, *, none, transfer-syntax=1.2.840.10008.1.2",
        "*, none, default, none, transfer-syntax=*",
        "*, image/jpeg, *, none, Accept: image/jpeg",
      })
  void aKilledRunIsKnownByItsRecords(
      String syntax,
      @Nullable String frames,
      String nowSyntax,
      @Nullable String nowFrames,
      String then)
      throws Exception {
    killedRun(settings(syntax, frames));

    assertRefused(settings(nowSyntax, nowFrames), then);
  }

  @Test
  void whereItCannotBeKnownNothingIsRefused() throws Exception {
    killedRun(settings("default", null));

    assertThat(run(with(AcceptSettings.USUAL)).studies()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"*, none", "default, none", "1.2.840.10008.1.2, none", "*, '" + OWN + "'"})
  void theSameAgainGoesOnWhateverTheFirstRunLeft(String syntax, @Nullable String frames)
      throws Exception {
    AcceptSettings same = settings(syntax, frames);
    killedRun(same);
    run(with(same));
    int requests = server.requests().size();
    run(with(same));

    assertThat(server.requests()).hasSize(requests);
  }

  @Test
  void aRestartMayAskAsItLikes() throws Exception {
    run(with(AcceptSettings.USUAL));
    Rerun restart = new Rerun(false, false, true);

    run(with(settings(IMPLICIT, null)).rerun(restart));

    assertRefused(AcceptSettings.USUAL, IMPLICIT);
  }

  @Test
  void anUnreadableSummaryTellsNothing() throws IOException, InterruptedException {
    run(with(settings("default", null)));
    Files.writeString(temp.resolve("dump/2.999.1/_dump/summary.json"), "{");

    assertThat(run(with(AcceptSettings.USUAL)).studies()).hasSize(1);
  }
}
