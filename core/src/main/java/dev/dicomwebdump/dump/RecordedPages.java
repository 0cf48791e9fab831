package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.Sums;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Recording;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records the pages of searches for studies, under temporary names until it is known that the
 * folder takes the dump: {@link #commit}. What another run left in their places, and behind the
 * last of them, is kept as former pages then. To be closed.
 */
final class RecordedPages implements PageStore, AutoCloseable {

  private final ArchiveFolder folder;
  private final Recorder recorder;
  private final EarlierRecordings earlier;
  private final Map<Integer, Kept> kept = new LinkedHashMap<>();

  /** A page that came to its end. */
  private record Kept(Resource page, Recording recording, Exchange exchange) {}

  RecordedPages(ArchiveFolder folder, Recorder recorder, EarlierRecordings earlier) {
    this.folder = folder;
    this.recorder = recorder;
    this.earlier = earlier;
  }

  /** A page that was kept in the same place, since it was not had, makes way. */
  @Override
  public Page begin(Resource page) {
    Kept refused = kept.remove(page.requirePage().number());
    if (refused != null) {
      refused.recording.discard();
    }
    return new RecordedPage(page, recorder.open(page, Pixels.NONE, Sums.NONE, true));
  }

  /**
   * Gives all pages their names.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when they cannot be written
   */
  void commit() {
    int last = 0;
    for (Kept page : kept.values()) {
      commit(page);
      last = Math.max(last, page.page.requirePage().number());
    }
    kept.clear();
    for (int number = last + 1; last > 0 && supersede(number); number++) {
      // Each page behind the last is one of an earlier, longer search.
    }
  }

  private void commit(Kept page) {
    HeldEntry held = held(page.page);
    if (page.exchange.problem() == null && held != null && isSame(page, held)) {
      page.recording.discard();
    } else {
      setAside(held);
      page.recording.commit(page.exchange, false);
    }
  }

  private static boolean isSame(Kept page, HeldEntry held) {
    StoredBody before = held.record().body();
    return held.record().resource().equals(page.page)
        && before != null
        && page.recording.isSameAs(before);
  }

  private void setAside(@Nullable HeldEntry held) {
    if (held != null && held.record().body() != null && earlier.isWhole(held)) {
      earlier.setAside(held);
    }
  }

  /** Keeps what lies in a page's place as a former page only; says whether anything does. */
  private boolean supersede(int number) {
    Resource page = Resource.studiesSearch(new SearchPage(number, ""));
    EntryFiles files = Layout.filesOf(page);
    boolean there = folder.state(files.record()) != null || folder.state(files.body()) != null;
    if (there) {
      setAside(held(page));
      folder.delete(files.record());
      folder.delete(files.body());
      folder.delete(files.error());
      folder.delete(files.partial());
    }
    return there;
  }

  private @Nullable HeldEntry held(Resource page) {
    return HeldEntry.at(folder, Layout.filesOf(page).record());
  }

  /** Leaves nothing behind of what was not committed. */
  @Override
  public void close() {
    kept.values().forEach(page -> page.recording.discard());
    kept.clear();
    recorder.unkept().releaseAll();
  }

  private final class RecordedPage implements Page {

    private final Resource page;
    private final Recording recording;

    RecordedPage(Resource page, Recording recording) {
      this.page = page;
      this.recording = recording;
    }

    @Override
    public void head(ResponseHead head) {
      recording.head(head);
    }

    @Override
    public void body(byte[] buffer, int offset, int length) {
      recording.body(buffer, offset, length);
    }

    @Override
    public @Nullable Problem end() {
      return recording.end();
    }

    @Override
    public InputStream content() throws IOException {
      return recording.content();
    }

    @Override
    public void keep(Exchange exchange) {
      kept.put(page.requirePage().number(), new Kept(page, recording, exchange));
      recorder.unkept().release(page);
    }

    @Override
    public void discard() {
      recording.discard();
    }
  }
}
