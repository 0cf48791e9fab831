package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.Resource;
import org.jspecify.annotations.Nullable;

/** A resource that an earlier run recorded. Immutable. */
public final class HeldEntry {

  private final EntryFiles files;
  private final DumpRecord record;
  private final byte[] recordBytes;

  private HeldEntry(EntryFiles files, DumpRecord record, byte[] recordBytes) {
    this.files = files;
    this.record = record;
    this.recordBytes = recordBytes;
  }

  /**
   * Reads the entry of a resource.
   *
   * @return null where there is no record: none at all, one that does not parse, or one of
   *     something else
   * @throws dev.dicomwebdump.exchange.OutputException when a file is there and cannot be read
   */
  public static @Nullable HeldEntry read(ArchiveFolder folder, Resource resource) {
    HeldEntry held = at(folder, Layout.filesOf(resource).record());
    return held != null && held.record().resource().equals(resource) ? held : null;
  }

  /**
   * Reads the entry whose record has that name, if it lies where its resource belongs.
   *
   * @return null where there is none
   * @throws dev.dicomwebdump.exchange.OutputException when a file is there and cannot be read
   */
  public static @Nullable HeldEntry at(ArchiveFolder folder, String recordPath) {
    byte[] bytes = folder.readWhole(recordPath);
    if (bytes == null) {
      return null;
    }
    EntryFiles files = EntryFiles.ofRecord(recordPath);
    try {
      DumpRecord record = RecordReader.read(bytes);
      boolean inPlace = Layout.filesOf(record.resource()).equals(files);
      return inPlace ? new HeldEntry(files, record, bytes) : null;
    } catch (FormatException e) {
      return null; // By the format's own rule, what does not parse is no record.
    }
  }

  /** Its files. */
  public EntryFiles files() {
    return files;
  }

  /** Where lies, by its outcome, what was kept of the content in a file of its own. */
  public String bodyPath() {
    return switch (record.outcome()) {
      case COMPLETE -> isBodyAPayload() ? files.named(bodyFile()) : files.body();
      case INCOMPLETE -> files.partial();
      case FAILED, UNSUPPORTED -> files.error();
    };
  }

  private boolean isBodyAPayload() {
    return record.multipart() == null
        && record.resource().kind().hasPayload()
        && PayloadNames.of(record).mayBe(1, files.named(bodyFile()));
  }

  private String bodyFile() {
    StoredBody body = record.body();
    return body == null || body.file() == null ? "" : body.file();
  }

  /** Its record. */
  public DumpRecord record() {
    return record;
  }

  /** The record as it lies on disk. */
  public byte[] recordBytes() {
    return recordBytes.clone();
  }
}
