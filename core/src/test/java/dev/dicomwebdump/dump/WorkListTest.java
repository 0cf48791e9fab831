package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkListTest {

  private static final int STUDIES = 2;
  private static final int SERIES = 3;
  private static final int INSTANCES = 40;
  private static final int FRAMES = 5;

  @TempDir Path temp;
  private ArchiveFolder folder;
  private final FakeCursor.Count count = new FakeCursor.Count();

  @BeforeEach
  void open() {
    folder = ArchiveFolder.open(temp, Permissions.UMASK, warning -> {});
  }

  private StudyRun study(int number) {
    Uid uid = new Uid("1." + number);
    return new StudyRun(uid, new SumsWriter(folder, uid), new RunTally(Instant.EPOCH), false);
  }

  private FakeCursor cursor(
      WorkCursor.Level level, @Nullable StudyRun study, Stream<? extends Step> steps) {
    return new FakeCursor(level, study, count, steps);
  }

  private static Step ask(StudyRun study, Resource resource) {
    return new Task.Ask(study, resource);
  }

  private static Uid uid(Uid above, int number) {
    return new Uid(above + "." + number);
  }

  private WorkList studies() {
    return new WorkList(
        cursor(
            WorkCursor.Level.STUDIES,
            null,
            IntStream.rangeClosed(1, STUDIES)
                .mapToObj(this::study)
                .map(study -> ask(study, Resource.studyMetadata(study.study())))));
  }

  /** What a task brings: a tree of the same width everywhere. */
  private @Nullable WorkCursor childrenOf(Task task) {
    return task instanceof Task.Ask ask ? childrenOf(ask.study(), ask.resource()) : null;
  }

  private @Nullable WorkCursor childrenOf(StudyRun study, Resource resource) {
    Uid uid = study.study();
    return switch (resource.kind()) {
      case STUDY_METADATA ->
          cursor(
              WorkCursor.Level.SERIES,
              study,
              IntStream.rangeClosed(1, SERIES)
                  .mapToObj(i -> ask(study, Resource.seriesMetadata(uid, uid(uid, i)))));
      case SERIES_METADATA -> {
        Uid series = resource.requireSeries();
        yield cursor(
            WorkCursor.Level.INSTANCES,
            study,
            IntStream.rangeClosed(1, INSTANCES)
                .mapToObj(i -> ask(study, Resource.instanceMetadata(uid, series, uid(series, i)))));
      }
      case INSTANCE_METADATA -> pixels(study, resource.requireSeries(), resource.requireInstance());
      default -> null;
    };
  }

  private WorkCursor pixels(StudyRun study, Uid series, Uid instance) {
    return cursor(
        WorkCursor.Level.PIXELS,
        study,
        IntStream.rangeClosed(1, FRAMES)
            .mapToObj(i -> ask(study, Resource.frame(study.study(), series, instance, i))));
  }

  private static String told(@Nullable Task task) {
    if (task instanceof Task.Ask ask) {
      return ask.resource().path();
    }
    return task == null ? "nothing" : "end of " + task.study().study();
  }

  private static Task taken(WorkList list) throws InterruptedException {
    return Objects.requireNonNull(list.take());
  }

  private List<String> drain(WorkList list) throws InterruptedException {
    List<String> taken = new ArrayList<>();
    for (Task task = list.take(); task != null; task = list.take()) {
      taken.add(told(task));
      list.done(task, childrenOf(task));
    }
    return taken;
  }

  /** The whole tree, as one worker walks it. */
  private static List<String> tree() {
    List<String> tree = new ArrayList<>();
    for (int study = 1; study <= STUDIES; study++) {
      Uid uid = new Uid("1." + study);
      tree.add(Resource.studyMetadata(uid).path());
      for (int i = 1; i <= SERIES; i++) {
        addSeries(tree, uid, uid(uid, i));
      }
      tree.add("end of " + uid);
    }
    return tree;
  }

  private static void addSeries(List<String> tree, Uid study, Uid series) {
    tree.add(Resource.seriesMetadata(study, series).path());
    for (int i = 1; i <= INSTANCES; i++) {
      Uid instance = uid(series, i);
      tree.add(Resource.instanceMetadata(study, series, instance).path());
      for (int frame = 1; frame <= FRAMES; frame++) {
        tree.add(Resource.frame(study, series, instance, frame).path());
      }
    }
  }

  @Test
  void oneWorkerWalksTheDeepestFirst() throws InterruptedException {
    assertThat(drain(studies())).isEqualTo(tree());
    assertThat(count.open).hasValue(0);
    assertThat(count.most.get()).isLessThanOrEqualTo(WorkCursor.Level.values().length);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 32})
  void manyWorkersWalkExactlyTheTree(int workers) throws Exception {
    WorkList list = studies();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    List<String> taken = new ArrayList<>();
    try {
      Callable<List<String>> worker = () -> drain(list);
      for (Future<List<String>> each : pool.invokeAll(Collections.nCopies(workers, worker))) {
        taken.addAll(each.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(taken).containsExactlyInAnyOrderElementsOf(tree());
    assertThat(count.open).hasValue(0);
    assertThat(count.most.get())
        .isLessThanOrEqualTo(WorkCursor.Level.values().length * (workers + 1));
  }

  @Test
  void aWideTreeOpensACursorForEachTaskInHandAndNoMore() throws InterruptedException {
    int workers = 8;
    int tasks = INSTANCES * (1 + FRAMES);
    StudyRun study = study(1);
    WorkList list =
        new WorkList(
            Objects.requireNonNull(
                childrenOf(study, Resource.seriesMetadata(study.study(), study.study()))));
    for (int done = 0; done < tasks; done += workers) {
      List<Task> inHand = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        inHand.add(taken(list));
      }
      inHand.forEach(task -> list.done(task, childrenOf(task)));
    }

    assertThat(count.most).hasValue(1 + workers);
    assertThat(list.take()).isEqualTo(new Task.EndStudy(study));
  }

  @Test
  void aCursorMayNameCursors() throws InterruptedException {
    StudyRun study = study(1);
    Uid uid = study.study();
    WorkList list =
        new WorkList(
            cursor(
                WorkCursor.Level.SERIES,
                study,
                Stream.of(1, 2).map(i -> pixels(study, uid, uid(uid, i)))));

    assertThat(drain(list)).hasSize(2 * FRAMES + 1).endsWith("end of 1.1");
    assertThat(count.open).hasValue(0);
  }

  @Test
  void aStudyEndsWhenTheLastOfItIsDone() throws InterruptedException {
    StudyRun study = study(1);
    WorkList list = new WorkList(pixels(study, study.study(), study.study()));
    List<Task> frames = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      frames.add(taken(list));
    }
    // The cursor is found to be empty only when it is asked again.
    for (Task frame : frames) {
      list.done(frame, null);
    }
    Task end = taken(list);

    assertThat(end).isEqualTo(new Task.EndStudy(study));
    list.done(end, null);
    assertThat(list.take()).isNull();
  }

  @Test
  void aWorkerWaitsWhileAnotherMayBringWork() throws Exception {
    StudyRun study = study(1);
    WorkList list = oneTask(study);
    Task inHand = taken(list);
    Taking waiter = new Taking(list);
    waiter.awaitWaiting();
    list.done(inHand, pixels(study, study.study(), study.study()));

    assertThat(waiter.taken()).endsWith("/frames/1");
  }

  @Test
  void aWorkerThatWaitsEndsWhenNothingCame() throws Exception {
    StudyRun study = study(1);
    WorkList list = oneTask(study);
    Task inHand = taken(list);
    Taking waiter = new Taking(list);
    waiter.awaitWaiting();
    list.done(inHand, null);

    assertThat(waiter.taken()).isEqualTo("end of 1.1");
  }

  @Test
  void closingWakesWhoWaitsAndGivingUpClosesAll() throws Exception {
    StudyRun study = study(1);
    WorkList list = oneTask(study);
    Task inHand = taken(list);
    Taking waiter = new Taking(list);
    waiter.awaitWaiting();
    list.close();

    assertThat(waiter.taken()).isEqualTo("nothing");
    assertThat(list.take()).isNull();
    list.done(inHand, pixels(study, study.study(), study.study()));
    assertThat(list.take()).isNull();
    list.giveUp(shortfalls());
    assertThat(count.open).hasValue(0);
  }

  private Shortfalls shortfalls() {
    DumpRequest request =
        new DumpRequestBuilder(DicomWebRoot.parse("http://pacs.example"), temp)
            .studies(List.of(new Uid("1")))
            .build();
    return new Shortfalls(request, EventListener.NONE);
  }

  @Test
  void metadataThatCannotBeReadBackEndsTheRun() {
    FakeCursor broken = cursor(WorkCursor.Level.STUDIES, null, Stream.of());
    broken.close();

    assertThatThrownBy(() -> new WorkList(broken).take())
        .isInstanceOf(OutputException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  private WorkList oneTask(StudyRun study) {
    return new WorkList(
        cursor(
            WorkCursor.Level.STUDIES,
            null,
            Stream.of(ask(study, Resource.studyMetadata(study.study())))));
  }

  /** A worker that takes one task. */
  private static final class Taking {
    private final Thread thread;
    private volatile @Nullable String taken;

    Taking(WorkList list) {
      thread = new Thread(() -> taken = take(list), "taking");
      thread.start();
    }

    private static String take(WorkList list) {
      try {
        return told(list.take());
      } catch (InterruptedException e) {
        return "interrupted";
      }
    }

    void awaitWaiting() {
      while (thread.getState() != Thread.State.WAITING) {
        assertThat(thread.isAlive()).as("it took %s", taken).isTrue();
        Thread.onSpinWait();
      }
    }

    @Nullable String taken() throws InterruptedException {
      thread.join();
      return taken;
    }
  }
}
