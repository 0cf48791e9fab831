package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.FileState;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.PayloadNames;
import dev.dicomwebdump.archive.RecordJson;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.archive.Sums;
import dev.dicomwebdump.exchange.ContentCoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the payloads of one recorded response: enters them into the sums, and cuts those out of its
 * body that are wanted now and are not there. For one thread.
 */
final class PayloadRetention {

  private final Retention retention;
  private final ArchiveFolder folder;
  private final HeldEntry held;
  private final Sums sums;
  private final boolean wanted;
  private final PayloadNames names;
  private final Placement placement;

  /**
   * @param retention tells whether a file is as its record says
   * @param wanted whether payloads are cut out that never were; those that were are in any case
   */
  PayloadRetention(
      Retention retention, ArchiveFolder folder, HeldEntry held, Sums sums, boolean wanted) {
    this.retention = retention;
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
    StoredBody body = Objects.requireNonNull(held.record().body());
    if (!held.bodyPath().equals(held.files().body())) {
      sums.add(held.bodyPath(), body.digest());
      return;
    }
    long bytes = held.record().contentSize();
    for (String name : List.of(names.aside(1), names.of(1))) {
      ContentDigest digest = digestOfWholeBody(name, bytes);
      if (digest != null) {
        sums.add(name, digest);
        return;
      }
    }
    if (wanted) {
      addSum(placement.settle(cutter.cut(0, bytes, folder, held.files().payload(1)), 1));
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
    StoredMultipart changed =
        new StoredMultipart(multipart.boundary(), multipart.closed(), kept, multipart.wrapper());
    byte[] bytes = RecordJson.encode(held.record().withMultipart(changed));
    folder.replace(held.files().record(), bytes);
    return bytes;
  }

  private StoredPart keep(StoredPart part, int number, BodyCutter cutter) {
    String file = part.file();
    ContentDigest digest = part.digest();
    if (file == null || digest == null) {
      return wanted ? add(part, number, cutter) : part;
    }
    if (hasBody() && !retention.isIntact(held.files(), part)) {
      return add(part, number, cutter);
    }
    sums.add(held.files().named(file), digest);
    return part;
  }

  private StoredPart add(StoredPart part, int number, BodyCutter cutter) {
    String name = held.files().payload(number);
    WrittenFile cut = cutter.cut(part.offset(), part.length(), folder, name);
    WrittenFile payload = placement.settle(cut, number);
    addSum(payload);
    return new StoredPart(
        part.headers(),
        part.offset(),
        part.length(),
        held.files().told(payload.path()),
        payload.digest());
  }

  /** The digest of a payload that is the body, where it is as it must be; else null. */
  private @Nullable ContentDigest digestOfWholeBody(String path, long bytes) {
    FileState state = folder.state(path);
    if (state == null || state.bytes() != bytes) {
      return null;
    }
    // What a decoded body must hash to is not recorded.
    boolean plain = ContentCoding.of(held.record().responseHeaders()) == ContentCoding.IDENTITY;
    StoredBody body = Objects.requireNonNull(held.record().body());
    if (!plain) {
      return folder.digest(path, body.digest().kind());
    }
    return retention.isIntact(held.files(), path, bytes, body.digest()) ? body.digest() : null;
  }

  /** Whether there is anything that a payload can be cut out of. */
  private boolean hasBody() {
    StoredBody body = held.record().body();
    return body != null && body.file() != null;
  }

  private void addSum(WrittenFile file) {
    sums.add(file.path(), file.digest());
  }
}
