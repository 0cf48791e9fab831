package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A dump as what answers requests. A record is found by the path of its URL, since that tells where
 * it lies; nothing is read before it is asked for but one record of each study. Safe for use by
 * many threads at once.
 */
public final class Capture {

  /** Parameters without which a picture is another one: PS3.18 section 8.3.5. */
  private static final List<String> OF_PICTURES =
      List.of("annotation", "quality", "viewport", "window", "iccprofile", "imageannotation");

  /** Answers that are remembered; of none the content. */
  private static final int REMEMBERED = 1024;

  private final DumpFiles files;
  private final RecordedRoots roots;
  private final boolean exact;
  private final SearchPages pages;
  private final BulkRecords bulk;
  private final FrameAnswers frames;
  private final FileAnswers fileAnswers;
  private final MetadataAnswers metadata;
  private final SearchAnswers searches;
  private final OriginRewrite rewrite;
  private final Listing listing;
  private final Playback playback;
  private final Recent<Asking, Answer> lately = new Recent<>(REMEMBERED);

  /**
   * Looks at which studies there are, and where they came from.
   *
   * @param folder the folder of a dump
   * @param exact whether all is as it was: bodies, though they name the recorded origin, and what
   *     was asked for again fails as often as it did
   * @param warnings hears, in a line each, of records and folders that cannot be read, when it
   *     turns out
   * @throws IOException when the folder cannot be read
   */
  public Capture(Path folder, boolean exact, Consumer<String> warnings) throws IOException {
    this.files = new DumpFiles(folder.toRealPath(), new UnreadLines(warnings));
    files.sayOfOthers();
    this.roots = RecordedRoots.of(files);
    this.exact = exact;
    HeldMetadata held = new HeldMetadata(files);
    this.pages = new SearchPages(files, roots.query());
    this.bulk = new BulkRecords(files, roots.query());
    this.frames = new FrameAnswers(files);
    this.fileAnswers = new FileAnswers(files, held);
    this.metadata = new MetadataAnswers(held, new JoinedMetadata(files, held));
    this.searches = new SearchAnswers(files, held);
    this.rewrite = new OriginRewrite(roots);
    this.listing = new Listing(files, roots);
    this.playback = new Playback(files, roots);
  }

  /** How many studies there are. */
  public int studies() throws IOException {
    return files.studies().size();
  }

  /** The path of the root that the studies came from; empty where they came from several. */
  public String prefix() {
    List<String> prefixes = roots.prefixes();
    return prefixes.size() <= 2 ? prefixes.get(0) : "";
  }

  /**
   * The answer, whatever is asked for.
   *
   * @throws IOException when the dump cannot be read, or a record in it is none
   */
  public Answer answer(Asking asking) throws IOException {
    if (isRoot(asking.path())) {
      return listing.answer(asking);
    }
    if (exact) {
      Answer redirected = playback.atTarget(asking);
      return redirected == null ? found(asking) : redirected;
    }
    Answer known = lately.get(asking);
    return known == null ? rewritten(asking) : known;
  }

  private boolean isRoot(String path) {
    return roots.prefixes().stream()
        .anyMatch(prefix -> path.equals(prefix) || path.equals(prefix + "/"));
  }

  private Answer rewritten(Asking asking) throws IOException {
    Answer found = found(asking);
    Answer answer = rewrite.of(found, asking.origin());
    if (!found.isDerived()) {
      lately.put(asking, answer);
    }
    return answer;
  }

  private Answer found(Asking asking) throws IOException {
    String path = asking.path();
    for (String prefix : roots.prefixes()) {
      if (path.startsWith(prefix) && RequestPath.isBelowRoot(path.substring(prefix.length()))) {
        return below(prefix, path.substring(prefix.length()), asking);
      }
    }
    Answer value = value(asking, null);
    return value == null ? NotHeld.address(path) : value;
  }

  private Answer below(String prefix, String path, Asking asking) throws IOException {
    RequestPath read = RequestPath.of(path);
    Resource asked = read.resource();
    Answer answer = asked == null ? null : resource(asked, prefix, asking);
    if (answer != null && asked != null) {
      return answer.of(asked.kind());
    }
    Answer value = value(asking, read.instance());
    return value == null ? NotHeld.address(asking.path()) : value;
  }

  private @Nullable Answer value(Asking asking, @Nullable Resource instance) throws IOException {
    DumpRecord record = bulk.at(asking.path(), asking.query(), instance);
    if (record == null) {
      return null;
    }
    Answer answer = recorded(record, asking);
    return answer == null ? otherType(record, asking) : answer;
  }

  private @Nullable Answer resource(Resource asked, String prefix, Asking asking)
      throws IOException {
    if (asked.kind().isSearch()) {
      return search(asked, prefix, asking);
    }
    if (asked.kind() == ResourceKind.RENDERED || asked.kind() == ResourceKind.THUMBNAIL) {
      for (String name : OF_PICTURES) {
        if (Query.of(asking.query()).names().contains(name)) {
          return NotHeld.picture(name);
        }
      }
    }
    DumpRecord record = isOneRecord(asked) ? record(asked, asking) : null;
    Answer answer = record == null ? null : recorded(record, asking);
    if (answer == null) {
      answer = derived(asked, AcceptedTypes.of(asking.accept()));
    }
    if (answer == null) {
      answer = record == null ? otherType(asked, asking) : otherType(record, asking);
    }
    return answer;
  }

  private @Nullable Answer derived(Resource asked, AcceptedTypes accepted) throws IOException {
    return switch (asked.kind()) {
      case FRAME -> frames.frames(asked, accepted);
      case STUDY_INSTANCES, SERIES_INSTANCES, INSTANCE -> fileAnswers.files(asked, accepted);
      case STUDY_METADATA, SERIES_METADATA, INSTANCE_METADATA -> metadata.metadata(asked, accepted);
      default -> null;
    };
  }

  /** Metadata has two records, one for each of its formats. */
  private @Nullable DumpRecord record(Resource asked, Asking asking) throws IOException {
    if (!asked.kind().isMetadata()) {
      return files.record(Layout.filesOf(asked).record());
    }
    DumpRecord json = files.record(Layout.filesOf(asked).record());
    boolean wantsXml = AcceptedTypes.of(asking.accept()).nameXml();
    DumpRecord xml =
        json == null || wantsXml
            ? files.record(Layout.filesOf(Resource.xmlOf(asked)).record())
            : null;
    return xml == null ? json : xml;
  }

  /** Whether only the record is there of what began well. Of an error that has the beginning. */
  private static boolean lacksBody(DumpRecord record) {
    ResponseHead head = record.exchange().response();
    return record.body() != null && !record.isBodyKept() && head != null && head.isSuccess();
  }

  /** What a record answers; null when the client does not take what it holds. */
  private @Nullable Answer recorded(DumpRecord record, Asking asking) throws IOException {
    if (lacksBody(record)) {
      return NotHeld.body(asking.path());
    }
    Answer answer = exact ? playback.atResource(record, asking) : null;
    if (answer == null) {
      answer = new RecordedAnswer(record, files.exchanges(record)).to(asking.accept());
    }
    return answer == null
        ? frames.otherwiseWrapped(record.resource(), AcceptedTypes.of(asking.accept()))
        : answer;
  }

  private static Answer otherType(DumpRecord record, Asking asking) {
    return NotHeld.type(asking.accept(), record.responseHeaders().first("Content-Type"));
  }

  /** That what could be made is not accepted; null where nothing can be made. */
  private @Nullable Answer otherType(Resource asked, Asking asking) throws IOException {
    Answer other = derived(asked, AcceptedTypes.of(Asking.ANYTHING));
    return other == null ? null : NotHeld.type(asking.accept(), other.header("Content-Type"));
  }

  private Answer search(Resource asked, String prefix, Asking asking) throws IOException {
    DumpRecord page = pages.page(asked, asking.query());
    if (page != null) {
      Answer answer = recorded(page, asking);
      return answer == null ? otherType(page, asking) : answer;
    }
    Matching matching = Matching.of(Query.of(asking.query()).without(roots.query()));
    if (matching == null) {
      return NotHeld.search(asking.query());
    }
    Answer found = searches.search(asked, matching, asking.origin() + prefix);
    return found == null ? NotHeld.address(asked.path()) : found;
  }

  /** A frame, or frames that follow each other. */
  private static boolean isOneRecord(Resource asked) {
    List<Integer> frames = asked.frames();
    for (int i = 1; i < frames.size(); i++) {
      if (frames.get(i) != frames.get(i - 1) + 1) {
        return false;
      }
    }
    return true;
  }
}
