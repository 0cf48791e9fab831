package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.FrameSpan;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RecordJson;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.record.Recorded;
import dev.dicomwebdump.record.Retention;
import dev.dicomwebdump.record.Storage;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What earlier runs recorded, in the way of this one. Safe for use by many threads at once. */
final class EarlierRecordings {

  private final ArchiveFolder folder;
  private final Retention retention;
  private final Inventory inventory;
  private final MetadataBodies bodies;
  private final boolean refresh;

  /**
   * @param storage what is added to bodies that are there
   * @param bodies where metadata is
   * @param refresh whether metadata is asked for although it is there
   * @param hashAll whether each body is hashed before it counts
   */
  EarlierRecordings(
      ArchiveFolder folder,
      Storage storage,
      MetadataBodies bodies,
      boolean refresh,
      boolean hashAll) {
    this.folder = folder;
    this.bodies = bodies;
    this.retention = new Retention(folder, storage, hashAll);
    this.inventory = new Inventory(folder, retention);
    this.refresh = refresh;
  }

  /** The whole entry of a task's resource; null when there is none. */
  @Nullable HeldEntry find(Task.Ask task) {
    return task.study().isResumed() ? inventory.find(task.resource()) : null;
  }

  /** The whole entry of a resource; null when there is none. */
  @Nullable HeldEntry find(Resource resource) {
    return inventory.find(resource);
  }

  /** Whether an entry is complete, and its files are as it says. */
  boolean isWhole(HeldEntry held) {
    return held.record().outcome() == Outcome.COMPLETE && retention.isWhole(held);
  }

  /** The entry of a task's resource, be it of a success or of a failure; null for none. */
  @Nullable HeldEntry findAny(Task.Ask task) {
    return inventory.findAny(task.resource());
  }

  /** Whether there is a record of a resource, whatever it says. */
  boolean isRecorded(Resource resource) {
    return folder.state(Layout.filesOf(resource).record()) != null;
  }

  /** Metadata that is there, whole; else null. */
  @Nullable RecordedMetadata metadata(Resource resource) {
    HeldEntry held = inventory.find(resource);
    return held == null ? null : bodies.of(resource, held.record().exchange());
  }

  /** Nobody will ask for metadata any more; who reads it can go on. */
  void release(Resource metadata) {
    bodies.release(metadata);
  }

  /** How the page was asked for that is there, whole, in the place of one; null for none. */
  @Nullable SearchPage page(Resource page) {
    HeldEntry held = HeldEntry.at(folder, Layout.filesOf(page).record());
    return held == null || held.record().outcome() != Outcome.COMPLETE
        ? null
        : held.record().resource().page();
  }

  /** Enters the pages of a search behind its last into the study's books: it had more once. */
  void keepPagesAfter(Task.Ask last) {
    StudyRun study = last.study();
    HeldEntry held = study.isResumed() ? pageAfter(last.resource()) : null;
    while (held != null) {
      keepUnasked(study, held);
      held = pageAfter(held.record().resource());
    }
  }

  private @Nullable HeldEntry pageAfter(Resource page) {
    SearchPage next = new SearchPage(page.requirePage().number() + 1, "");
    Resource resource =
        new Resource(page.kind(), page.study(), page.series(), null, List.of(), null, next);
    return HeldEntry.at(folder, Layout.filesOf(resource).record());
  }

  /** For the series of a study, or the instances of a series. */
  Siblings siblings() {
    return new Siblings(new SiblingNames(folder));
  }

  /** Whether a resource is asked for although it is there, or only its record is. */
  boolean isAskedAgain(Task.Ask task) {
    return (refresh || !bodies.areKept()) && isRefreshed(task.resource());
  }

  private static boolean isRefreshed(Resource resource) {
    return resource.kind().isMetadata() || resource.kind().isSearch();
  }

  /** What to send so that a server need not send again what is there. */
  Headers condition(@Nullable HeldEntry held) {
    String tag =
        held == null || !bodies.areKept() ? null : held.record().responseHeaders().first("ETag");
    return tag == null ? Headers.NONE : new Headers(List.of(new Header("If-None-Match", tag)));
  }

  /** Enters what is there into the study's books. */
  Recorded keep(Task.Ask task, HeldEntry held) {
    keepFormer(task);
    return retention.keep(held, task.study().sums());
  }

  /** Enters what is recorded into the study's books, be it a success or a failure. */
  Recorded enter(Task.Ask task, HeldEntry held) {
    if (held.record().outcome() == Outcome.COMPLETE) {
      return keep(task, held);
    }
    keepFormer(task);
    return retention.keepFailed(held, task.study().sums());
  }

  /** The spans of an instance's frames that have records. */
  List<FrameSpan> frameSpans(Resource instance) {
    return FrameSpan.in(folder, instance);
  }

  /**
   * Enters what is there in some folders, though this run does not ask for it, into a study's
   * books.
   *
   * @param asked what this run asks for
   */
  void keepUnasked(StudyRun study, List<String> folders, Predicate<Resource> asked) {
    if (!study.isResumed()) {
      return;
    }
    for (String path : folders) {
      for (String name : folder.names(path, EntryFiles::isRecord)) {
        HeldEntry held = HeldEntry.at(folder, path + "/" + name);
        if (held != null && !asked.test(held.record().resource())) {
          keepUnasked(study, held);
        }
      }
    }
  }

  private void keepUnasked(StudyRun study, HeldEntry held) {
    if (held.record().outcome() == Outcome.COMPLETE) {
      retention.keep(held, study.sums());
    } else {
      retention.keepFailed(held, study.sums());
    }
  }

  /** Enters the former responses of a resource into the study's books. */
  void keepFormer(Task.Ask task) {
    if (!task.study().isResumed() || !isRefreshed(task.resource())) {
      return;
    }
    EntryFiles files = Layout.filesOf(task.resource());
    int formers = formers(files);
    for (int number = 1; number <= formers; number++) {
      retention.keepAsItIs(files.former(number), task.study().sums());
    }
    // A run that was killed may have got no further than to the body of the next.
    folder.delete(files.former(formers + 1).body());
  }

  /**
   * Keeps a response as a former one too, so that a new one can take its place: at each moment
   * there is a record of it.
   */
  void setAside(HeldEntry held) {
    int formers = formers(held.files());
    StoredBody body = held.record().body();
    EntryFiles former = held.files().former(formers + 1);
    if (body == null || body.file() == null) {
      folder.replace(former.record(), held.recordBytes());
      return;
    }
    if (formers > 0 && areSame(held.files().former(formers), held.files())) {
      return; // So far a run came that was killed then.
    }
    folder.copy(held.files().body(), former.body());
    DumpRecord record = held.record().withBody(named(former, body));
    folder.replace(former.record(), RecordJson.encode(record));
  }

  private int formers(EntryFiles files) {
    int number = 0;
    while (folder.state(files.former(number + 1).record()) != null) {
      number++;
    }
    return number;
  }

  private boolean areSame(EntryFiles former, EntryFiles now) {
    return folder.state(former.body()) != null && folder.areSame(former.body(), now.body());
  }

  private static StoredBody named(EntryFiles former, StoredBody body) {
    return new StoredBody(Layout.nameOf(former.body()), body.bytes(), body.digest());
  }
}
