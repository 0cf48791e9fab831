package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.PayloadNames;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.ResponseHead;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a record lies where it belongs, and says nothing that no run writes. */
final class RecordForm {

  private static final Pattern FORMER = Pattern.compile("\\.[1-9][0-9]*");

  private static final int NO_CONTENT = 204;

  private RecordForm() {}

  /** What is wrong with a record, in words that follow its name; null when nothing is. */
  static @Nullable String contradiction(String path, DumpRecord record) {
    if (!isPlaced(path, record)) {
      return "is the record of " + record.resource();
    }
    EntryFiles files = EntryFiles.ofRecord(path);
    StoredBody body = record.body();
    if (body != null && !isItsBody(body, files, record)) {
      return "names " + body.file() + " as the body of what is " + record.outcome().published();
    }
    if (record.outcome() == Outcome.COMPLETE && !hasSuccess(record)) {
      return "is complete without a response that is";
    }
    return foreignPayload(files, record);
  }

  /**
   * Whether a record lies where its resource belongs. Metadata and searches that were asked for
   * anew keep their former responses, which are numbered.
   */
  static boolean isPlaced(String path, DumpRecord record) {
    String at = EntryFiles.ofRecord(path).body();
    String place = Layout.filesOf(record.resource()).body();
    return at.equals(place)
        || ((record.resource().kind().isMetadata() || record.resource().kind().isSearch())
            && at.startsWith(place)
            && FORMER.matcher(at.substring(place.length())).matches());
  }

  /** A search that finds nothing is answered with 204, or by some servers with 200 and no body. */
  private static boolean hasSuccess(DumpRecord record) {
    ResponseHead head = record.exchange().response();
    if (head == null) {
      return false;
    }
    boolean mayBeEmpty = record.resource().kind().isSearch() && record.exchange().bodyBytes() == 0;
    return record.body() == null
        ? mayBeEmpty && (head.isSuccess() || head.status() == NO_CONTENT)
        : head.isSuccess();
  }

  private static String bodyFile(EntryFiles files, Outcome outcome) {
    return switch (outcome) {
      case COMPLETE -> files.body();
      case INCOMPLETE -> files.partial();
      case FAILED, UNSUPPORTED -> files.error();
    };
  }

  private static @Nullable String foreignPayload(EntryFiles files, DumpRecord record) {
    List<StoredPart> parts = record.multipart() == null ? List.of() : record.multipart().parts();
    PayloadNames names = PayloadNames.of(record);
    for (int part = 1; part <= parts.size(); part++) {
      String file = parts.get(part - 1).file();
      if (file != null && !names.mayBe(part, files.named(file))) {
        return "names " + file + " as the payload of part " + part;
      }
    }
    return null;
  }

  /** A body may be its one payload, or be kept in pieces, when it is complete; or not be kept. */
  private static boolean isItsBody(StoredBody body, EntryFiles files, DumpRecord record) {
    boolean unwrapped =
        record.outcome() == Outcome.COMPLETE && record.resource().kind().hasPayload();
    if (body.file() == null) {
      return unwrapped || !record.isBodyKept();
    }
    String path = files.named(body.file());
    return path.equals(bodyFile(files, record.outcome()))
        || (unwrapped && record.multipart() == null && PayloadNames.of(record).mayBe(1, path));
  }
}
