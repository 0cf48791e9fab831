package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.proof.ContentSource;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.UnkeptContents;
import dev.dicomwebdump.resource.Resource;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the bodies of metadata and searches are: in the folder, or, in a run that keeps none, in
 * the hands of its recorder until they are released. Safe for use by many threads at once.
 */
final class MetadataBodies {

  private final ArchiveFolder folder;
  private final boolean kept;
  private final UnkeptContents unkept;

  /** Those of a run. */
  MetadataBodies(ArchiveFolder folder, Recorder recorder, Keep keep) {
    this.folder = folder;
    this.kept = keep != Keep.NONE;
    this.unkept = recorder.unkept();
  }

  /** Whether they are kept in the folder. */
  boolean areKept() {
    return kept;
  }

  /** What is there of a resource that was had by an exchange; null when there is nothing. */
  @Nullable RecordedMetadata of(Resource resource, Exchange exchange) {
    ResponseHead head = exchange.response();
    ContentSource body = head == null ? null : body(resource, exchange);
    return head == null || body == null
        ? null
        : new RecordedMetadata(
            body, ContentCoding.of(head.headers()), exchange.request().address());
  }

  private @Nullable ContentSource body(Resource resource, Exchange exchange) {
    if (kept) {
      return () -> folder.read(Layout.filesOf(resource).body());
    }
    if (exchange.bodyBytes() == 0) {
      return InputStream::nullInputStream;
    }
    return unkept.has(resource) ? () -> unkept.open(resource) : null;
  }

  /** Nobody will open that of a resource any more. */
  void release(Resource resource) {
    if (!kept) {
      unkept.release(resource);
    }
  }

  /** Nobody will open anything of a study any more. */
  void releaseStudy(StudyRun study) {
    unkept.releaseStudy(study.study());
  }

  /** Nobody will open anything any more. */
  void releaseAll() {
    unkept.releaseAll();
  }
}
