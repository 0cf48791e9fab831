package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.PayloadNames;
import dev.dicomwebdump.archive.RecordJson;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.Sums;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource on its way to disk. Nothing has its final name before {@link #commit}, which writes
 * the record last: the record alone makes the rest count. Used by one thread at a time.
 */
public final class Recording implements ResponseSink {

  private final Recorder recorder;
  private final Resource resource;
  private final Pixels pixels;
  private final SeriesLookup lookup;
  private final Sums sums;
  private final boolean replaces;
  private final EntryFiles files;
  private final List<@Nullable String> errorTexts = new ArrayList<>();
  private @Nullable Attempt attempt;

  Recording(
      Recorder recorder,
      Resource resource,
      Pixels pixels,
      SeriesLookup lookup,
      Sums sums,
      boolean replaces) {
    this.recorder = recorder;
    this.resource = resource;
    this.pixels = pixels;
    this.lookup = lookup;
    this.sums = sums;
    this.replaces = replaces;
    this.files = Layout.filesOf(resource);
  }

  @Override
  public void head(ResponseHead head) {
    forgetAttempt();
    attempt = new Attempt(recorder, files, resource, pixels, head);
  }

  @Override
  public void body(byte[] buffer, int offset, int length) {
    recorder.received(length);
    current().write(buffer, offset, length);
  }

  @Override
  public @Nullable Problem end() {
    return current().end();
  }

  /**
   * Gives what came its final name, and writes the record.
   *
   * @param exchange the last exchange and all before it, as the transport told them
   * @param levelUnsupported whether the server has no such level of metadata at all
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be written
   */
  public Recorded commit(Exchange exchange, boolean levelUnsupported) {
    Attempt last = exchange.response() == null ? null : attempt;
    List<@Nullable String> earlierTexts = textsOf(exchange);
    if (last == null) {
      discard();
    }
    Outcome outcome = Judgement.outcome(exchange, last, levelUnsupported);
    if (replaces) {
      makeWay();
    }
    Settlement settlement =
        last == null
            ? null
            : new Settlement(
                recorder, resource, files, lookup, last, exchange.request().address(), outcome);
    Payloads payloads = settlement == null ? Payloads.NONE : settlement.payloads();
    KeptBody body = settlement == null ? KeptBody.NOTHING : settlement.body(payloads);
    Description description =
        new Description(
            resource, exchange, last, payloads, recorder.redaction(), recorder.askedSyntax());
    DumpRecord dumped = description.record(outcome, body, earlierTexts);
    writeRecord(RecordJson.encode(dumped));
    if (outcome == Outcome.COMPLETE) {
      holdContent();
    }
    if (body.file() != null) {
      addSum(body.file());
    }
    for (WrittenFile payload : payloads.files()) {
      addSum(payload);
    }
    List<String> notes = dumped.notes();
    return new Recorded(
        outcome,
        settlement == null ? notes : settlement.outsideOfRecord(payloads, notes),
        body.bytes(),
        dumped.transcoding(),
        files,
        payloads.instances());
  }

  /**
   * Whether what came is the body that was recorded before: to the byte where that was kept, else
   * by its digest.
   *
   * @param before what the record tells of it
   * @throws dev.dicomwebdump.exchange.OutputException when one cannot be read
   */
  public boolean isSameAs(StoredBody before) {
    return attempt != null && attempt.isSameAs(before, files.body());
  }

  /** Leaves what came to the walk, where it names others and is not kept; see {@link Recorder}. */
  public void holdContent() {
    Spool content = attempt == null ? null : attempt.handOver();
    if (content != null && UnkeptContents.areOf(resource.kind())) {
      recorder.unkept().hold(files.body(), content);
    } else if (content != null) {
      content.close();
    }
  }

  /**
   * What came last, content-decoded, to be read before it is committed or discarded. The caller
   * closes it.
   *
   * @throws IOException when it cannot be read
   */
  public InputStream content() throws IOException {
    return current().content();
  }

  /** Leaves nothing behind. */
  public void discard() {
    if (attempt != null) {
      attempt.discard();
      attempt = null;
    }
  }

  /**
   * Deletes what an earlier attempt left, its record first, so that it never speaks of new files.
   */
  private void makeWay() {
    HeldEntry earlier =
        resource.kind().hasPayload() ? HeldEntry.read(recorder.folder(), resource) : null;
    recorder.folder().delete(files.record());
    recorder.folder().delete(files.body());
    recorder.folder().delete(files.error());
    recorder.folder().delete(files.partial());
    if (PrettyCopy.isFor(resource.kind())) {
      recorder.folder().delete(files.pretty());
    }
    if (resource.kind().hasPayload()) {
      int expected = Math.max(1, resource.frames().size());
      PayloadNames names =
          earlier == null
              ? new PayloadNames(resource, List.of(), expected)
              : PayloadNames.of(earlier.record());
      new Placement(recorder.folder(), names).clear();
    }
  }

  private void forgetAttempt() {
    if (attempt != null) {
      errorTexts.add(attempt.errorText());
      discard();
    }
  }

  private Attempt current() {
    if (attempt == null) {
      throw new IllegalStateException("a response begins with its head");
    }
    return attempt;
  }

  /** The error texts of the earlier exchanges: the heads came in the order of the exchanges. */
  private List<@Nullable String> textsOf(Exchange exchange) {
    if (exchange.earlier().isEmpty()) {
      return List.of();
    }
    List<@Nullable String> texts = new ArrayList<>();
    int heads = 0;
    List<@Nullable String> all = new ArrayList<>(errorTexts);
    all.add(attempt == null ? null : attempt.errorText());
    for (Exchange earlier : exchange.earlier()) {
      texts.add(earlier.response() == null ? null : all.get(heads++));
    }
    return texts;
  }

  private void writeRecord(byte[] record) {
    String path = files.record();
    recorder.folder().write(path, record);
    sums.add(path, record);
  }

  private void addSum(WrittenFile file) {
    sums.add(file.path(), file.digest());
  }
}
