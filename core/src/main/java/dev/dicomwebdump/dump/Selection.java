package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.util.EnumSet;
import java.util.Set;

/**
 * What of a study is dumped. Immutable.
 *
 * @param contents what kinds of things; at least one
 * @param series only these series; empty for all
 * @param instances only these instances; empty for all
 * @param modalities only series of these modalities, such as {@code CT}; empty for all
 * @param format in which form metadata is asked for
 * @param bulkdata which bulk data, and where
 * @param discovery by what series and instances are named
 * @param framesPerRequest the most frames of an instance that one request asks for; 1 or more
 */
public record Selection(
    Set<Content> contents,
    Set<Uid> series,
    Set<Uid> instances,
    Set<String> modalities,
    MetadataFormat format,
    BulkDataOptions bulkdata,
    Discovery discovery,
    int framesPerRequest) {

  /** A plain dump of all. */
  public static final Selection PLAIN =
      new Selection(
          Content.PLAIN,
          Set.of(),
          Set.of(),
          Set.of(),
          MetadataFormat.JSON,
          BulkDataOptions.DEFAULTS,
          Discovery.AUTO,
          1);

  /** The most frames of one request: a longer list would be a longer URL than servers take. */
  public static final int MOST_FRAMES_PER_REQUEST = 1000;

  /**
   * @throws IllegalArgumentException when nothing is selected, or a number is out of its range
   */
  public Selection {
    contents = Set.copyOf(contents);
    series = Set.copyOf(series);
    instances = Set.copyOf(instances);
    modalities = Set.copyOf(modalities);
    if (contents.isEmpty()) {
      throw new IllegalArgumentException("nothing is left to dump");
    }
    if (framesPerRequest < 1 || framesPerRequest > MOST_FRAMES_PER_REQUEST) {
      throw new IllegalArgumentException(
          "the frames of a request must be from 1 to " + MOST_FRAMES_PER_REQUEST);
    }
  }

  /** The same with one kind of things more. */
  public Selection with(Content more) {
    Set<Content> all = EnumSet.copyOf(contents);
    all.add(more);
    return new Selection(
        all, series, instances, modalities, format, bulkdata, discovery, framesPerRequest);
  }

  /** The same with series and instances named in another way. */
  public Selection by(Discovery other) {
    return new Selection(
        contents, series, instances, modalities, format, bulkdata, other, framesPerRequest);
  }

  /** Whether a kind of things is wanted. */
  public boolean has(Content content) {
    return contents.contains(content);
  }

  /** Whether metadata in JSON of a level is wanted for itself. */
  boolean hasJson(Content level) {
    return has(level) && format.hasJson();
  }

  /** Whether searches alone name series and instances. */
  boolean namesBySearch() {
    return discovery == Discovery.QIDO
        || (discovery == Discovery.AUTO && contents.equals(Set.of(Content.QIDO)));
  }

  /** Whether something is wanted that series must be known for. */
  boolean wantsSeries() {
    return !contents.equals(Set.of(Content.METADATA));
  }

  /** Whether something is wanted that instances must be known for. */
  boolean wantsInstances() {
    return !Set.of(Content.METADATA, Content.SERIES_METADATA, Content.QIDO).containsAll(contents);
  }

  /**
   * Whether an instance that a search named must be known better.
   *
   * @param noFrames whether the search told of no frames
   */
  boolean needsMetadata(boolean noFrames) {
    return has(Content.BULKDATA) || (noFrames && wantsPixels());
  }

  /** Whether something is wanted that frames must be known for. */
  boolean wantsPixels() {
    return has(Content.FRAMES) || has(Content.RENDERED) || has(Content.THUMBNAILS);
  }

  /** Whether a resource is asked for since a kind of things is wanted. */
  boolean asks(Content content, Resource resource) {
    return has(content) && content.has(resource.kind());
  }

  /** Whether some series or instances of a study are left out. */
  public boolean isPartial() {
    return !series.isEmpty() || !instances.isEmpty() || !modalities.isEmpty();
  }
}
