package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.FileState;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.PayloadNames;
import dev.dicomwebdump.archive.RecordJson;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.archive.SumsWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the payloads of one recorded response: enters them into the sums, and cuts those out of its
 * body that are wanted now and are not there. For one thread.
 */
final class PayloadRetention {

  private final ArchiveFolder folder;
  private final HeldEntry held;
  private final SumsWriter sums;
  private final boolean wanted;
  private final PayloadNames names;
  private final Placement placement;

  /**
   * @param wanted whether payloads that are not there are cut out
   */
  PayloadRetention(ArchiveFolder folder, HeldEntry held, SumsWriter sums, boolean wanted) {
    this.folder = folder;
    this.held = held;
    this.sums = sums;
    this.wanted = wanted;
    this.names = PayloadNames.of(held.record());
    this.placement = new Placement(folder, names);
  }

  /** Returns the record's bytes, which are new when a payload was added. */
  byte[] keep() {
    DumpRecord record = held.record();
    if (!record.resource().kind().hasPayload()) {
      return held.recordBytes();
    }
    try (BodyCutter cutter = new BodyCutter(folder, held)) {
      if (record.multipart() != null) {
        return keepParts(record.multipart(), cutter);
      }
      keepWholeBody(cutter);
      return held.recordBytes();
    }
  }

  private void keepWholeBody(BodyCutter cutter) {
    long bytes = held.record().contentSize();
    for (String name : List.of(names.aside(1), names.of(1))) {
      if (hasLength(name, bytes)) {
        sums.add(name, folder.digest(name));
        return;
      }
    }
    if (wanted) {
      StoredBody payload = placement.settle(cutter.cut(0, bytes, 1), 1);
      sums.add(payload.file(), payload.sha256());
    }
  }

  private byte[] keepParts(StoredMultipart multipart, BodyCutter cutter) {
    List<StoredPart> kept = new ArrayList<>();
    for (StoredPart part : multipart.parts()) {
      kept.add(keep(part, kept.size() + 1, cutter));
    }
    if (kept.equals(multipart.parts())) {
      return held.recordBytes();
    }
    StoredMultipart changed = new StoredMultipart(multipart.boundary(), multipart.closed(), kept);
    byte[] bytes = RecordJson.encode(held.record().withMultipart(changed));
    folder.replace(held.files().record(), bytes);
    return bytes;
  }

  private StoredPart keep(StoredPart part, int number, BodyCutter cutter) {
    String file = part.file();
    String sha256 = part.sha256();
    if (file != null && sha256 != null && hasLength(held.files().named(file), part.length())) {
      sums.add(held.files().named(file), sha256);
      return part;
    }
    if (!wanted) {
      return part;
    }
    StoredBody cut = cutter.cut(part.offset(), part.length(), number);
    StoredBody payload = placement.settle(cut, number);
    sums.add(payload.file(), payload.sha256());
    return new StoredPart(
        part.headers(),
        part.offset(),
        part.length(),
        held.files().told(payload.file()),
        payload.sha256());
  }

  private boolean hasLength(String path, long bytes) {
    FileState state = folder.state(path);
    return state != null && state.bytes() == bytes;
  }
}
