package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.archive.TransferSyntaxes;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.multipart.MultipartIndex;
import dev.dicomwebdump.multipart.Part;
import dev.dicomwebdump.proof.ToldTransferSyntax;
import dev.dicomwebdump.proof.Verdict;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of one resource what its record holds. */
final class Description {

  private final Resource resource;
  private final Exchange exchange;
  private final @Nullable Attempt last;
  private final @Nullable Verdict verdict;
  private final Payloads payloads;
  private final Redaction redaction;
  private final @Nullable TransferSyntaxes syntaxes;

  /**
   * @param last the attempt that the exchange tells of; null when no response came
   * @param payloads what it brought
   * @param asked reads what its request asked for
   */
  Description(
      Resource resource,
      Exchange exchange,
      @Nullable Attempt last,
      Payloads payloads,
      Redaction redaction,
      AskedSyntax asked) {
    this.resource = resource;
    this.exchange = exchange;
    this.last = last;
    this.verdict = last == null ? null : last.verdict();
    this.payloads = payloads;
    this.redaction = redaction;
    this.syntaxes = resource.kind().hasTransferSyntax() ? transferSyntaxes(asked) : null;
  }

  /**
   * The record.
   *
   * @param body how what came was kept
   * @param earlierTexts what the server said in each earlier exchange, or null
   */
  DumpRecord record(Outcome outcome, KeptBody body, List<@Nullable String> earlierTexts) {
    return new DumpRecord(
        resource,
        redaction.url(resource.address()),
        outcome,
        exchange.problem(),
        notes(outcome),
        body.told(),
        verdict == null || verdict.multipart() == null
            ? null
            : multipart(verdict.multipart(), body.wrapper()),
        payloads.instances(),
        syntaxes,
        redaction.redact(exchange),
        contentSize(),
        errorText(body),
        earlierTexts);
  }

  private List<String> notes(Outcome outcome) {
    List<String> notes = new ArrayList<>(verdict == null ? List.of() : verdict.notes());
    if (syntaxes != null && outcome == Outcome.COMPLETE && syntaxes.asked() == null) {
      notes.add("asked for without transfer-syntax=*: may be transcoded");
    }
    if (syntaxes != null && syntaxes.isOtherThanAsked()) {
      notes.add("another transfer syntax than was asked for");
    }
    if (payloads.aside()) {
      notes.add("a payload lies aside: another response's has its name");
    }
    if (isOdd(resource.study()) || isOdd(resource.series()) || isOdd(resource.instance())) {
      notes.add("nonconformant UID");
    }
    return notes;
  }

  private static boolean isOdd(@Nullable Uid uid) {
    return uid != null && !uid.isConformant();
  }

  private StoredMultipart multipart(MultipartIndex index, List<String> wrapper) {
    List<StoredPart> parts = new ArrayList<>();
    for (Part part : index.parts()) {
      WrittenFile file =
          parts.size() < payloads.files().size() ? payloads.files().get(parts.size()) : null;
      parts.add(
          new StoredPart(
              redaction.redact(Unwrapping.headers(part), exchange.request().address()),
              part.offset(),
              part.length(),
              file == null ? null : Layout.filesOf(resource).told(file.path()),
              file == null ? null : file.digest()));
    }
    return new StoredMultipart(index.boundary(), index.closed(), parts, wrapper);
  }

  private TransferSyntaxes transferSyntaxes(AskedSyntax reader) {
    ToldTransferSyntax told = verdict == null ? ToldTransferSyntax.NONE : verdict.told();
    String asked = reader.of(exchange.request().headers().first("Accept"));
    return new TransferSyntaxes(asked, told.header(), told.parts(), told.file());
  }

  /** Where there is a file of it, that has it all. */
  private @Nullable String errorText(KeptBody body) {
    boolean unkept = body.told() != null && body.file() == null;
    return last != null && unkept ? last.errorText() : null;
  }

  private long contentSize() {
    if (last == null) {
      return 0;
    }
    return verdict == null ? last.bodyBytes() : verdict.contentBytes();
  }
}
