package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Redaction;
import dev.dicomwebdump.record.Storage;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MetadataLevelsTest {

  @TempDir Path temp;
  private ArchiveFolder folder;
  private final MetadataLevels levels = new MetadataLevels();
  private final List<String> committed = new ArrayList<>();

  @BeforeEach
  void open() {
    folder = ArchiveFolder.open(temp, Permissions.UMASK, warning -> {});
  }

  private StudyRun study(String uid) {
    Uid study = new Uid(uid);
    return new StudyRun(study, new SumsWriter(folder, study), new RunTally(Instant.EPOCH), false);
  }

  private ResourceWalk.Asked asked(StudyRun study, String series, int status) {
    Resource resource = Resource.seriesMetadata(study.study(), new Uid(series));
    Recorder recorder =
        new Recorder(
            folder, new Redaction("http://pacs.example"), Storage.BODIES, ByteSize.UNLIMITED);
    return new ResourceWalk.Asked(
        new Task.Ask(study, resource),
        recorder.open(resource, Pixels.NONE, study.sums(), false),
        new Exchange(
            new Request(URI.create("http://pacs.example"), Headers.NONE),
            new ResponseHead("HTTP/1.1", status, "", Headers.NONE),
            Instant.EPOCH,
            Timings.UNKNOWN,
            null,
            0,
            status == 200 ? null : new Problem(Problem.Kind.STATUS, "status " + status),
            List.of()));
  }

  private void commit(List<ResourceWalk.Asked> decided, boolean unsupported) {
    decided.forEach(
        asked ->
            committed.add(
                asked.task().resource().requireSeries()
                    + " "
                    + asked.exchange().status()
                    + (unsupported ? " unsupported" : "")));
  }

  @Test
  void refusalsAreHeldBackUntilTheLevelAnswers() {
    StudyRun study = study("1");
    levels.judge(asked(study, "1.1", 404), this::commit);
    assertThat(committed).isEmpty();
    levels.judge(asked(study, "1.2", 400), this::commit);
    levels.judge(asked(study, "1.3", 200), this::commit);
    levels.judge(asked(study, "1.4", 404), this::commit);

    assertThat(committed).containsExactly("1.2 400", "1.1 404", "1.3 200", "1.4 404");
  }

  @Test
  void aStudyThatEndsGetsItsOwn() {
    StudyRun one = study("1");
    StudyRun other = study("2");
    levels.judge(asked(one, "1.1", 404), this::commit);
    levels.judge(asked(other, "2.1", 404), this::commit);
    levels.giveUp(one, this::commit);

    assertThat(committed).containsExactly("1.1 404");
  }

  @Test
  void aStudyDoesNotEndWhileAnotherWorkerCommitsWhatWasHeldBackOfIt() throws Exception {
    StudyRun one = study("1");
    levels.judge(asked(one, "1.1", 404), this::commit);
    Thread ending = new Thread(() -> levels.giveUp(one, (decided, unsupported) -> {}), "ending");
    levels.judge(
        asked(study("2"), "2.1", 200),
        (decided, unsupported) -> {
          if (decided.get(0).task().study() == one) {
            ending.start();
            assertThat(stateOf(ending)).isEqualTo(Thread.State.BLOCKED);
          }
        });
    ending.join();
  }

  private static Thread.State stateOf(Thread thread) {
    while (thread.getState() != Thread.State.BLOCKED && thread.isAlive()) {
      Thread.onSpinWait();
    }
    return thread.getState();
  }
}
