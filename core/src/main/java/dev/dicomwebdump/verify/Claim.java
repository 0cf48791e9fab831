package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.exchange.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of a file beside it.
 *
 * @param path the file
 * @param bytes its length
 * @param sha256 its digest
 */
record Claim(String path, long bytes, String sha256) {

  /** All that a record claims: its body first. */
  static List<Claim> of(String recordPath, DumpRecord record) {
    List<Claim> claims = new ArrayList<>();
    StoredBody body = record.body();
    if (body != null) {
      claims.add(new Claim(beside(recordPath, body.file()), body.bytes(), body.sha256()));
    }
    if (record.multipart() != null) {
      for (StoredPart part : record.multipart().parts()) {
        if (part.file() != null && part.sha256() != null) {
          claims.add(new Claim(beside(recordPath, part.file()), part.length(), part.sha256()));
        }
      }
    }
    return claims;
  }

  /**
   * The payload that may lie beside a record which does not tell of it, since the whole body is the
   * payload; null where none may.
   */
  static @Nullable String payloadOfWholeBody(String recordPath, DumpRecord record) {
    boolean may =
        record.outcome() == Outcome.COMPLETE
            && record.multipart() == null
            && !record.resource().kind().isMetadata();
    return may ? EntryFiles.ofRecord(recordPath).payload() : null;
  }

  /** The path of a file that lies beside another. */
  static String beside(String path, String name) {
    return path.substring(0, path.lastIndexOf('/') + 1) + name;
  }
}
