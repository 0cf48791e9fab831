package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.Sums;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Recording;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Records each page; one that another run left in its place is kept as a former one. */
final class RecordedPages implements PageStore {

  private final ArchiveFolder folder;
  private final Recorder recorder;
  private final EarlierRecordings earlier;

  RecordedPages(ArchiveFolder folder, Recorder recorder, EarlierRecordings earlier) {
    this.folder = folder;
    this.recorder = recorder;
    this.earlier = earlier;
  }

  @Override
  public Page begin(Resource page) {
    return new RecordedPage(page, recorder.open(page, Pixels.NONE, Sums.NONE, true));
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
    public long keep(Exchange exchange) {
      HeldEntry held = HeldEntry.at(folder, Layout.filesOf(page).record());
      if (exchange.problem() == null && held != null && isSame(held)) {
        recording.discard();
        return 0;
      }
      if (held != null && held.record().body() != null && earlier.isWhole(held)) {
        earlier.setAside(held);
      }
      return recording.commit(exchange, false).bodyBytes();
    }

    private boolean isSame(HeldEntry held) {
      return held.record().resource().equals(page)
          && held.record().body() != null
          && recording.isSameAs(held.record().body());
    }

    @Override
    public void discard() {
      recording.discard();
    }
  }
}
