package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.util.concurrent.atomic.LongAdder;

/** Opens recordings in one archive. Safe for use by many threads at once. */
public final class Recorder {

  private final ArchiveFolder folder;
  private final Redaction redaction;
  private final boolean payloads;
  private final LongAdder received = new LongAdder();

  /**
   * @param folder where recordings go
   * @param redaction what is kept out of records
   * @param payloads whether payloads are written beside the bodies
   */
  public Recorder(ArchiveFolder folder, Redaction redaction, boolean payloads) {
    this.folder = folder;
    this.redaction = redaction;
    this.payloads = payloads;
  }

  /**
   * Opens the recording of one resource. The caller commits or discards it.
   *
   * @param pixels what metadata tells of the instance's pixels; none where there are none
   * @param sums takes the digests of what is committed
   * @param replaces whether files of an earlier attempt may be there, which then make way
   */
  public Recording open(Resource resource, Pixels pixels, SumsWriter sums, boolean replaces) {
    return new Recording(this, resource, pixels, sums, replaces);
  }

  /** The bytes of content that came so far, whatever became of them. */
  public long receivedBytes() {
    return received.sum();
  }

  void received(int bytes) {
    received.add(bytes);
  }

  ArchiveFolder folder() {
    return folder;
  }

  Redaction redaction() {
    return redaction;
  }

  boolean wantsPayload(Resource resource) {
    return payloads && !resource.kind().isMetadata();
  }
}
