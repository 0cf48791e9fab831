package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.PayloadNames;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.proof.Verdict;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives what one response brought its final names. Its methods are called once, in their order. */
final class Settlement {

  private final Recorder recorder;
  private final Resource resource;
  private final EntryFiles files;
  private final SeriesLookup lookup;
  private final Attempt last;
  private final String asked;
  private final Outcome outcome;

  /**
   * @param asked the URL that brought the response
   */
  Settlement(
      Recorder recorder,
      Resource resource,
      EntryFiles files,
      SeriesLookup lookup,
      Attempt last,
      String asked,
      Outcome outcome) {
    this.recorder = recorder;
    this.resource = resource;
    this.files = files;
    this.lookup = lookup;
    this.last = last;
    this.asked = asked;
    this.outcome = outcome;
  }

  /** Settles the payloads in the dump; those of what is not complete go. */
  Payloads payloads() {
    Verdict verdict = last.verdict();
    if (outcome != Outcome.COMPLETE || verdict == null) {
      last.discardPayloads();
      return Payloads.NONE;
    }
    List<@Nullable InstanceUids> instances = located(verdict.instances());
    PayloadFiles written = last.payloads();
    if (written == null) {
      return new Payloads(List.of(), false, instances);
    }
    PayloadNames names = new PayloadNames(resource, instances, written.count());
    return new Placement(recorder.folder(), names).settleAll(written, instances);
  }

  /** Settles the body, or drops it where its payloads and what is around them are enough. */
  KeptBody body(Payloads payloads) {
    KeptBody unwrapped =
        recorder.storage().keep() == Keep.PARTS && outcome == Outcome.COMPLETE
            ? new Unwrapping(last, files, recorder.redaction(), asked).of(payloads.files())
            : null;
    if (unwrapped != null) {
      last.dropBody();
      return unwrapped;
    }
    if (recorder.storage().keep() == Keep.NONE) {
      return unkept();
    }
    WrittenFile file = last.keepBody(bodyFile());
    return file == null
        ? KeptBody.NOTHING
        : new KeptBody(
            new StoredBody(Layout.nameOf(file.path()), file.bytes(), file.digest()),
            file,
            List.of());
  }

  /** What came is told of, and not kept; what is complete may still be handed over. */
  private KeptBody unkept() {
    if (outcome != Outcome.COMPLETE) {
      last.dropBody();
    }
    StoredBody told = new StoredBody(null, last.bodyBytes(), last.bodyDigest());
    return last.bodyBytes() == 0 ? KeptBody.NOTHING : new KeptBody(told, null, List.of());
  }

  /**
   * Settles what no record tells of, after the record.
   *
   * @return the notes, with those on that
   */
  List<String> outsideOfRecord(Payloads payloads, List<String> notes) {
    if (outcome != Outcome.COMPLETE) {
      return notes;
    }
    if (recorder.storage().pretty() && PrettyCopy.isFor(resource.kind())) {
      PrettyCopy.write(recorder.folder(), files, last.coding());
    }
    return settleDicomFiles(payloads, notes);
  }

  private List<String> settleDicomFiles(Payloads payloads, List<String> notes) {
    PayloadFiles written = last.dicomFiles();
    if (written == null || recorder.storage().dicom() == null) {
      return notes;
    }
    PayloadNames names = new PayloadNames(resource, payloads.instances(), written.count());
    DicomPlacement placement =
        new DicomPlacement(recorder.folder(), recorder.storage().dicom(), names);
    placement.settleAll(written);
    written.discard();
    return placement.withOwn(notes);
  }

  private String bodyFile() {
    return switch (outcome) {
      case COMPLETE -> files.body();
      case INCOMPLETE -> files.partial();
      case FAILED, UNSUPPORTED -> files.error();
    };
  }

  /** The instances with the series that are known beforehand, where files do not tell theirs. */
  private List<@Nullable InstanceUids> located(List<@Nullable InstanceUids> told) {
    List<@Nullable InstanceUids> located = new ArrayList<>();
    for (InstanceUids uids : told) {
      boolean isLost = uids != null && uids.series() == null;
      located.add(
          uids != null && isLost
              ? new InstanceUids(lookup.seriesOf(uids.instance()), uids.instance())
              : uids);
    }
    return located;
  }
}
