package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Metadata that was recorded as complete and has not changed since.
 *
 * @param path its body
 */
record HadMetadata(StudyFiles files, String path, ContentCoding coding) {

  /** The metadata of a resource; null where it was not had, or is not any more what was had. */
  static @Nullable HadMetadata of(StudyFiles files, Resource resource) {
    EntryFiles entry = Layout.filesOf(resource);
    DumpRecord record = files.recordOrNull(entry.record());
    if (record == null || RecordForm.contradiction(entry.record(), record) != null) {
      return null;
    }
    ResponseHead head = record.exchange().response();
    StoredBody body = record.body();
    return record.outcome() == Outcome.COMPLETE
            && head != null
            && body != null
            && isUnchanged(files, entry.body(), body)
        ? new HadMetadata(files, entry.body(), ContentCoding.of(head.headers()))
        : null;
  }

  /** Opens the content, decoded; the caller closes it. */
  InputStream open() throws IOException {
    return coding.decode(files.open(path));
  }

  private static boolean isUnchanged(StudyFiles files, String path, StoredBody body) {
    try (DigestedInput in = new DigestedInput(files.open(path), body.digest().kind())) {
      in.drain();
      return in.bytes() == body.bytes() && in.digest().equals(body.digest());
    } catch (IOException e) {
      return false; // The check of its record has told why.
    }
  }
}
