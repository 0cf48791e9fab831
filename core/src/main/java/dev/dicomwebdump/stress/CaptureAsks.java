package dev.dicomwebdump.stress;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.archive.UnreadTally;
import dev.dicomwebdump.crawl.InstanceFacts;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Names what the whole records of a capture were asked for, at another root or the same: the Accept
 * header is the one with which it was had. Used by one thread, once.
 */
final class CaptureAsks {

  private final Path folder;
  private final DicomWebRoot root;
  private final Set<Uid> studies;
  private final Set<ResourceKind> kinds;
  private final Map<ResourceKind, String> accepts;
  private final Consumer<Ask> found;
  private final UnreadTally unread = new UnreadTally();
  private @Nullable Uid lastInstance;
  private Pixels lastPixels = Pixels.NONE;
  private @Nullable String recordedBase;
  private long left;

  /**
   * @param folder the capture
   * @param root where to ask
   * @param studies which studies are wanted; empty for all
   * @param kinds what of them is wanted
   * @param accepts Accept headers that the user gives in place of the recorded ones
   * @param found hears of each request
   */
  CaptureAsks(
      Path folder,
      DicomWebRoot root,
      Set<Uid> studies,
      Set<ResourceKind> kinds,
      Map<ResourceKind, String> accepts,
      Consumer<Ask> found) {
    this.folder = folder;
    this.root = root;
    this.studies = studies;
    this.kinds = kinds;
    this.accepts = accepts;
    this.found = found;
  }

  /**
   * Reads the capture.
   *
   * @return how many records were left out, since they are not of what was had whole, or of another
   *     server's bulk data
   */
  long collect() {
    new Capture(folder).read(this::see, unread);
    return left;
  }

  /** What of the capture could not be read. */
  Unread unread() {
    return unread.unread();
  }

  private boolean see(String path, DumpRecord record) {
    // Else it is a former response, which a later one took the place of.
    if (isOf(record.resource(), path)) {
      see(record, path);
    }
    return true;
  }

  private void see(DumpRecord record, String path) {
    Resource resource = record.resource();
    if (recordedBase == null) {
      String base = RecordedRoot.base(record);
      recordedBase = base == null ? null : base.replaceFirst("\\?.*", "");
    }
    if (resource.kind() == ResourceKind.INSTANCE_METADATA) {
      lastInstance = resource.requireInstance();
      lastPixels = pixels(record, path);
    }
    boolean wantedStudy = studies.isEmpty() || studies.contains(resource.study());
    if (!wantedStudy || !kinds.contains(resource.kind())) {
      return;
    }
    Resource asked = resource.bulk() == null ? resource : moved(resource, resource.bulk());
    if (record.outcome() != Outcome.COMPLETE || asked == null) {
      left++;
    } else {
      found.accept(new Ask(asked, pixelsOf(resource), accept(record)));
    }
  }

  private static boolean isOf(Resource resource, String path) {
    return Layout.nameOf(path).equals(Layout.nameOf(Layout.filesOf(resource).record()));
  }

  private String accept(DumpRecord record) {
    String given = accepts.get(record.resource().kind());
    String recorded = record.exchange().request().headers().first("Accept");
    return given != null ? given : Objects.requireNonNullElse(recorded, "*/*");
  }

  private Pixels pixelsOf(Resource resource) {
    boolean known = resource.instance() != null && resource.instance().equals(lastInstance);
    return known ? lastPixels : Pixels.NONE;
  }

  /**
   * Bulk data below the recorded root, below the root that is asked; null where it lies elsewhere,
   * or its address was not recorded whole.
   */
  private @Nullable Resource moved(Resource resource, BulkValue value) {
    String url = value.url().toString();
    if (recordedBase == null || !url.startsWith(recordedBase + "/")) {
      return null;
    }
    String path = url.substring(recordedBase.length());
    if (path.contains(RecordedRoot.REDACTED)) {
      return null;
    }
    URI there = root.withQuery(URI.create(root.base() + path));
    BulkValue moved = new BulkValue(value.attribute(), value.uri(), there, value.mediaType());
    return Resource.bulkdata(
        resource.requireStudy(), resource.requireSeries(), resource.requireInstance(), moved);
  }

  private static boolean isElsewhere(@Nullable String file) {
    return file == null || file.indexOf('/') >= 0;
  }

  /** What recorded metadata tells of the instance's pixels: none where its body is not there. */
  private Pixels pixels(DumpRecord record, String path) {
    StoredBody body = record.body();
    if (record.outcome() != Outcome.COMPLETE || body == null || isElsewhere(body.file())) {
      return Pixels.NONE;
    }
    ContentCoding coding = ContentCoding.of(record.responseHeaders());
    Path file = folder.resolve(path).resolveSibling(body.file());
    try (InputStream in = coding.decode(Files.newInputStream(file))) {
      return InstanceFacts.read(in, record.resource().requireInstance()).pixels();
    } catch (IOException e) {
      String why = "has a body that cannot be read, and its frames are held to no size";
      unread.add(path, String.valueOf(new OutputException(why, e).getMessage()));
      return Pixels.NONE;
    }
  }
}
