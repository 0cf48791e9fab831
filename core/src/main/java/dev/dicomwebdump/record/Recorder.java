package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DicomFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.Digests;
import dev.dicomwebdump.archive.Sums;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.proof.DecodingLimit;
import dev.dicomwebdump.proof.ResponseProofs;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Opens recordings in one archive. Safe for use by many threads at once. */
public final class Recorder {

  private final ArchiveFolder folder;
  private final Redaction redaction;
  private final Storage storage;
  private final DecodingLimit limit;
  private final Digests digests;
  private final Digests noDigests = new Digests(DigestKind.NONE);
  private final AskedSyntax askedSyntax = new AskedSyntax();
  private final ResponseProofs proofs = new ResponseProofs();
  private final LongAdder received = new LongAdder();
  private final UnkeptContents unkept = new UnkeptContents();

  /**
   * @param folder where recordings go
   * @param redaction what is kept out of records
   * @param storage what is written of a response beside its record
   * @param maxBody the most bytes of content after decoding
   */
  public Recorder(ArchiveFolder folder, Redaction redaction, Storage storage, ByteSize maxBody) {
    this.folder = folder;
    this.redaction = redaction;
    this.storage = storage;
    this.limit = new DecodingLimit(maxBody);
    this.digests = new Digests(storage.digest());
  }

  /**
   * Opens the recording of one resource. The caller commits or discards it.
   *
   * @param pixels what metadata tells of the instance's pixels; none where there are none
   * @param sums takes the digests of what is committed
   * @param replaces whether files of an earlier attempt may be there, which then make way
   */
  public Recording open(Resource resource, Pixels pixels, Sums sums, boolean replaces) {
    return new Recording(this, resource, pixels, SeriesLookup.NONE, sums, replaces);
  }

  /**
   * Opens the recording of all instances of a series or study. The caller commits or discards it.
   *
   * @param lookup tells the series of an instance whose file does not
   * @param sums takes the digests of what is committed
   * @param replaces whether files of an earlier attempt may be there, which then make way
   */
  public Recording open(Resource resource, SeriesLookup lookup, Sums sums, boolean replaces) {
    return new Recording(this, resource, Pixels.NONE, lookup, sums, replaces);
  }

  /** The bytes of content that came so far, whatever became of them. */
  public long receivedBytes() {
    return received.sum();
  }

  /** What came and is not kept, but is still needed; empty unless no bodies are kept. */
  public UnkeptContents unkept() {
    return unkept;
  }

  void received(int bytes) {
    received.add(bytes);
  }

  ArchiveFolder folder() {
    return folder;
  }

  DecodingLimit limit() {
    return limit;
  }

  ResponseProofs proofs() {
    return proofs;
  }

  Redaction redaction() {
    return redaction;
  }

  Storage storage() {
    return storage;
  }

  /** For the files in the dump. */
  Digests digests() {
    return digests;
  }

  AskedSyntax askedSyntax() {
    return askedSyntax;
  }

  boolean wantsPayload(Resource resource) {
    return storage.payloads() && resource.kind().hasPayload();
  }

  /** Where the payloads of a response go that are DICOM files; null when nowhere. */
  @Nullable PayloadFiles dicomFiles(Resource asked) {
    DicomFolder dicom = storage.dicom();
    return dicom == null || !DicomPlacement.isOf(asked)
        ? null
        : new PayloadFiles(dicom.files(), dicom.temporaries(), noDigests);
  }
}
