package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static dev.dicomwebdump.testkit.server.RequestMatch.searches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.AlreadyLockedException;
import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ArchiveLock;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.credentials.BearerFile;
import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.credentials.CredentialsUnavailableException;
import dev.dicomwebdump.credentials.FixedCredentials;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run ends, when it is not because all is done. */
class RunEndTest extends RunOnFakeServer {

  @Test
  void abortStopsAtTheFirstFailure() throws Exception {
    server.when(frames()).reply(Replies.status(404));
    DumpResult result = run(request(STUDY).abort(true));

    assertThat(result.end()).isEqualTo(RunEnd.ABORTED);
    assertThat(result.overall().run().endMessage()).contains("/frames/1 failed: ").contains("404");
    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(heard.ended(Outcome.FAILED)).hasSize(1);
    assertThat(numbers(result.studies().get(0).dump(), ResourceKind.FRAME))
        .containsExactly(0L, 0L, 1L, 0L, 11L);
    dumped().assertSound(SMALL.uid());
  }

  /** What is no failure in the summary ends no run. */
  @ParameterizedTest
  @CsvSource({
    "/instances/[^/]+/metadata$, 404",
    "/studies/[^/]+/metadata$, 404",
    "'/frames/[0-9]+,', 400",
  })
  void abortDoesNotStopAtWhatTheServerDoesNotHave(String refused, int status) throws Exception {
    SyntheticStudy wide = SyntheticStudies.large(1, 12, 3);
    serve(wide);
    server.when(pathMatches(refused)).reply(Replies.status(status));
    Selection batches =
        new Selection(
            Content.PLAIN,
            Set.of(),
            Set.of(),
            Set.of(),
            MetadataFormat.JSON,
            BulkDataOptions.DEFAULTS,
            Discovery.AUTO,
            3);
    DumpResult result = run(request(new Uid(wide.uid())).selection(batches).abort(true));

    assertThat(server.requests(pathMatches(refused))).isNotEmpty();
    assertThat(result.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(result.verdict()).isEqualTo(DumpVerdict.COMPLETE);
  }

  /** So few refusals do not make a level unsupported: at the study's end they are failures. */
  @Test
  void abortIsToldWhereWhatWasRefusedTurnsOutToBeAFailure() throws Exception {
    server.when(pathMatches("/instances/[^/]+/metadata$")).reply(Replies.status(404));
    DumpResult result = run(request(STUDY).abort(true));

    assertThat(result.end()).isEqualTo(RunEnd.ABORTED);
    assertThat(result.overall().run().endMessage()).contains("/metadata failed: 404");
    assertThat(result.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    dumped().assertSound(SMALL.uid());
  }

  /** They are committed under a lock that those wait for who take what is to be done. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void abortIsToldWithManyWorkersToo(int concurrency) throws Exception {
    SyntheticStudy wide = SyntheticStudies.large(4, 12, 1);
    serve(wide);
    server.when(pathMatches("/instances/[^/]+/metadata$")).times(9).reply(Replies.status(404));
    DumpRequestBuilder request = request(new Uid(wide.uid())).concurrency(concurrency);

    assertThat(run(request.abort(true)).end()).isEqualTo(RunEnd.ABORTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void interruptEndsTheRunWhileTheServerStalls(int concurrency) throws Exception {
    server.when(frames()).reply(Faults.stall());
    DicomwebDump dump = dump(request(STUDY).concurrency(concurrency), heard);
    Running running = new Running(dump);
    server.awaitRequests(frames(), 1);
    dump.interrupt();
    running.join();
    DumpResult result = running.result.get();

    assertThat(result).isNotNull();
    assertThat(result.end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(numbers(result.studies().get(0).dump(), ResourceKind.FRAME))
        .containsExactly(0L, 0L, 0L, 0L, 12L);
    assertThat(heard.begun()).containsAll(heard.ended());
    assertThat(dumped().files(SMALL.uid())).noneMatch(file -> file.endsWith(".tmp"));
    assertThat(end()).isEqualTo("interrupted");
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void anInterruptOfTheCallersThreadEndsTheRunInOrder() throws Exception {
    server.when(frames()).reply(Faults.stall());
    Running running = new Running(dump(request(STUDY), heard));
    server.awaitRequests(frames(), 1);
    running.thread.interrupt();
    running.join();

    assertThat(running.failure.get()).isNull();
    assertThat(running.result.get()).isNotNull();
    assertThat(end()).isEqualTo("interrupted");
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void whatIsInterruptedBeforeItBeginsAsksForNothing() throws Exception {
    DicomwebDump dump = dump(request(STUDY), heard);
    dump.interrupt();
    DumpResult result = dump.run();

    assertThat(result.end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aDefectInAWorkerEndsTheRunAndIsThrown(int concurrency) {
    EventListener broken =
        event -> {
          throw new AssertionError("broken listener");
        };

    assertThatThrownBy(() -> dump(request(STUDY).concurrency(concurrency), broken).run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken listener")
        .hasCauseInstanceOf(AssertionError.class);
    assertThat(end()).isEqualTo("gave-up");
  }

  @Test
  void aStudyThatTheFolderHoldsFromAnotherServerIsNotTouched() throws Exception {
    run(request(STUDY));

    try (FakeDicomWebServer other = FakeDicomWebServer.serving(SMALL)) {
      DumpRequestBuilder request =
          new DumpRequestBuilder(DicomWebRoot.parse(other.rootUrl()), temp.resolve("dump"))
              .studies(List.of(STUDY));
      assertThatThrownBy(() -> run(request))
          .isInstanceOf(OtherDumpException.class)
          .hasMessageContaining(SMALL.uid());
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void aFolderThatAnotherRunWritesIntoIsNotTouched() throws Exception {
    ArchiveFolder folder =
        ArchiveFolder.open(temp.resolve("dump"), Permissions.UMASK, warning -> {});
    try (ArchiveLock lock = ArchiveLock.take(folder)) {
      assertThatThrownBy(() -> run(request(STUDY))).isInstanceOf(AlreadyLockedException.class);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenEndsTheRunAtOnce() throws IOException {
    Files.createFile(temp.resolve("dump"));

    assertThatThrownBy(() -> run(request(STUDY))).isInstanceOf(OutputException.class);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Bearer tiger, it refuses the credentials", ", it wants credentials"})
  void refusedCredentialsEndTheRun(@Nullable String given, String said) throws Exception {
    server.demandAuthorization("Bearer lion");

    Credentials shown = given == null ? Credentials.none() : FixedCredentials.of(given);
    assertThatThrownBy(() -> run(request(STUDY).credentials(shown)))
        .isInstanceOf(CredentialsRefusedException.class)
        .hasMessageContaining(said)
        .message()
        .doesNotContain("tiger");
    assertThat(server.requests()).hasSize(1);
    assertThat(end()).isEqualTo("gave-up");
    dumped().assertSound(SMALL.uid());
  }

  /** Else the next run would hash all that is there, and a replay call it unfinished. */
  @Test
  void whatOnlyRefusesTheRunLeavesTheFolderInOrder() throws Exception {
    run(request(STUDY));
    server.demandAuthorization("Bearer lion");
    Credentials unavailable = new BearerFile(temp.resolve("no token"));
    Path list =
        Files.writeString(
            temp.resolve("list"),
            """
            {"kind":"frame","study":"2.999.9","series":"1","instance":"1","frames":"1",\
            "below":false,"outcome":"pending","problem":null,"status":0}
            """);

    assertThatThrownBy(() -> run(request(STUDY, new Uid("2.999.9"))))
        .isInstanceOf(CredentialsRefusedException.class);
    assertThat(ArchiveLock.isMarked(temp.resolve("dump"))).isFalse();
    assertThatThrownBy(() -> run(request(new Uid("2.999.9")).credentials(unavailable)))
        .isInstanceOf(CredentialsUnavailableException.class);
    assertThat(ArchiveLock.isMarked(temp.resolve("dump"))).isFalse();
    assertThatThrownBy(() -> run(request().onlyFailed(list))).isInstanceOf(BadListException.class);
    assertThat(ArchiveLock.isMarked(temp.resolve("dump"))).isFalse();
    server.clearRules();
    server.when(searches()).reply(Replies.status(204));
    assertThatThrownBy(() -> run(request().queries(List.of(StudyQuery.ALL))))
        .isInstanceOf(NothingFoundException.class);
    assertThat(ArchiveLock.isMarked(temp.resolve("dump"))).isFalse();
  }

  @Test
  void credentialsThatAreTakenAreKeptOutOfTheDump() throws Exception {
    server.demandAuthorization("Bearer tiger");
    DumpResult result = run(request(STUDY).credentials(FixedCredentials.of("Bearer tiger")));

    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
    for (String file : dumped().files("")) {
      assertThat(dumped().bytes(file)).asString().doesNotContain("tiger");
    }
    assertThat(dumped().bytes("_dump/summary.json")).asString().doesNotContain("tiger");
  }

  @Test
  void aServerThatWantsALongPauseEndsTheRun() throws Exception {
    server.when(frames()).reply(Replies.status(429).header("Retry-After", "86400"));
    DumpResult result = run(request(STUDY));

    assertThat(result.end()).isEqualTo(RunEnd.GAVE_UP);
    assertThat(result.overall().run().endMessage()).endsWith(": run again then");
    assertThat(counts(result.overall().dump(), ResourceKind.FRAME).pending()).isEqualTo(12);
    dumped().assertSound(SMALL.uid());
  }

  /** A run in a thread of its own. */
  private static final class Running {
    private final AtomicReference<@Nullable DumpResult> result = new AtomicReference<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Thread thread;

    Running(DicomwebDump dump) {
      thread =
          new Thread(
              () -> {
                try {
                  result.set(dump.run());
                } catch (RuntimeException e) {
                  failure.set(e);
                }
              },
              "running");
      thread.start();
    }

    void join() throws InterruptedException {
      thread.join();
    }
  }
}
