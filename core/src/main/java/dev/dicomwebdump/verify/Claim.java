package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.PayloadNames;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of a file.
 *
 * @param path the file
 * @param bytes its length
 * @param digest its digest
 */
record Claim(String path, long bytes, ContentDigest digest) {

  /** All that a record claims: its body first. */
  static List<Claim> of(String recordPath, DumpRecord record) {
    List<Claim> claims = new ArrayList<>();
    EntryFiles files = EntryFiles.ofRecord(recordPath);
    StoredBody body = record.body();
    if (body != null && body.file() != null) {
      claims.add(new Claim(files.named(body.file()), body.bytes(), body.digest()));
    }
    if (record.multipart() != null) {
      for (StoredPart part : record.multipart().parts()) {
        if (part.file() != null && part.digest() != null) {
          claims.add(new Claim(files.named(part.file()), part.length(), part.digest()));
        }
      }
    }
    return claims;
  }

  /**
   * The payload that there may be of a record which does not tell of it, since the whole body is
   * the payload; null where there may be none.
   */
  static @Nullable String payloadOfWholeBody(StudyFiles files, DumpRecord record) {
    if (record.outcome() != Outcome.COMPLETE
        || record.multipart() != null
        || !record.isBodyKept()
        || !record.resource().kind().hasPayload()) {
      return null;
    }
    PayloadNames names = PayloadNames.of(record);
    if (isBodyAPayload(record, names)) {
      return null; // Then the body is claimed under its name.
    }
    return files.isFile(names.aside(1)) ? names.aside(1) : names.of(1);
  }

  private static boolean isBodyAPayload(DumpRecord record, PayloadNames names) {
    StoredBody body = record.body();
    return body != null
        && body.file() != null
        && names.mayBe(1, Layout.filesOf(record.resource()).named(body.file()));
  }

  /** Whether a file may be there that no record tells of: JSON once more, to be read by people. */
  static boolean mayBePretty(String path, EntryFiles files, DumpRecord record) {
    ResourceKind kind = record.resource().kind();
    return path.equals(files.pretty())
        && record.outcome() == Outcome.COMPLETE
        && (kind.isMetadata() || kind.isSearch());
  }
}
