package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.SummaryOutline;
import dev.dicomwebdump.resource.AttributePath;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a study's dump was asked to hold.
 *
 * @param kinds the kinds of resources
 * @param bodies whether bodies, and not only records
 * @param payloads whether payloads beside bodies
 * @param pixelData whether bulk data that is pixel data, too
 * @param series only these; empty for all, as with the others
 * @param instances only these
 * @param modalities only series of these
 * @param searched whether searches alone name series and instances
 * @param digest what is taken of files; null where it is not known
 * @param unsupported levels of metadata that the server does not have
 */
record Asked(
    Set<ResourceKind> kinds,
    boolean bodies,
    boolean payloads,
    boolean pixelData,
    Set<String> series,
    Set<String> instances,
    Set<String> modalities,
    boolean searched,
    @Nullable DigestKind digest,
    Set<ResourceKind> unsupported) {

  /** The least, where nothing is known. */
  static final Asked LEAST =
      new Asked(
          Set.of(
              ResourceKind.STUDY_METADATA,
              ResourceKind.SERIES_METADATA,
              ResourceKind.INSTANCE_METADATA,
              ResourceKind.FRAME),
          false,
          false,
          false,
          Set.of(),
          Set.of(),
          Set.of(),
          false,
          null,
          Set.of());

  static Asked of(SummaryOutline summary) {
    Map<String, String> options = summary.options();
    return new Asked(
        kinds(words(options, "contents"), String.valueOf(options.get("metadataFormat"))),
        !"none".equals(options.get("keep")),
        Boolean.parseBoolean(options.get("stripMultiPartMimeWrapper")),
        "all".equals(options.get("bulkdata")),
        words(options, "series"),
        words(options, "instances"),
        words(options, "modalities"),
        "qido".equals(options.get("discover")) || "qido".equals(options.get("contents")),
        digest(options.getOrDefault("digest", DigestKind.SHA256.published())),
        Set.copyOf(summary.dump().unsupportedLevels()));
  }

  private static @Nullable DigestKind digest(String published) {
    return Arrays.stream(DigestKind.values())
        .filter(kind -> kind.published().equals(published))
        .findFirst()
        .orElse(null);
  }

  /** Whether metadata of a level was asked for: that of the study is, where no search names all. */
  boolean wantsLevel(ResourceKind level) {
    return kinds.contains(level) || (level == ResourceKind.STUDY_METADATA && !searched);
  }

  /** Whether it was asked for kinds of which something lies in each instance's folder. */
  boolean hasOfEveryInstance() {
    return kinds.contains(ResourceKind.INSTANCE_METADATA)
        || kinds.contains(ResourceKind.INSTANCE_METADATA_XML)
        || kinds.contains(ResourceKind.INSTANCE);
  }

  boolean wantsSeries(String uid, @Nullable String modality) {
    return (series.isEmpty() || series.contains(uid))
        && (modalities.isEmpty() || (modality != null && modalities.contains(modality)));
  }

  boolean wantsInstance(String uid) {
    return instances.isEmpty() || instances.contains(uid);
  }

  boolean wantsBulk(AttributePath attribute) {
    return kinds.contains(ResourceKind.BULKDATA) && (pixelData || !attribute.isPixelData());
  }

  private static Set<ResourceKind> kinds(Set<String> contents, String format) {
    EnumSet<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
    for (String content : contents) {
      kinds.addAll(kinds(content, format));
    }
    return kinds;
  }

  private static List<ResourceKind> kinds(String content, String format) {
    return switch (content) {
      case "metadata" ->
          metadata(ResourceKind.STUDY_METADATA, ResourceKind.STUDY_METADATA_XML, format);
      case "series-metadata" ->
          metadata(ResourceKind.SERIES_METADATA, ResourceKind.SERIES_METADATA_XML, format);
      case "instance-metadata" ->
          metadata(ResourceKind.INSTANCE_METADATA, ResourceKind.INSTANCE_METADATA_XML, format);
      case "frames" -> List.of(ResourceKind.FRAME);
      case "instances" -> List.of(ResourceKind.INSTANCE);
      case "series-instances" -> List.of(ResourceKind.SERIES_INSTANCES);
      case "study-instances" -> List.of(ResourceKind.STUDY_INSTANCES);
      case "bulkdata" -> List.of(ResourceKind.BULKDATA);
      case "rendered" -> List.of(ResourceKind.RENDERED);
      case "thumbnails" -> List.of(ResourceKind.THUMBNAIL);
      default -> List.of();
    };
  }

  private static List<ResourceKind> metadata(ResourceKind json, ResourceKind xml, String format) {
    return switch (format) {
      case "xml" -> List.of(xml);
      case "both" -> List.of(json, xml);
      default -> List.of(json);
    };
  }

  private static Set<String> words(Map<String, String> options, String name) {
    String words = options.getOrDefault(name, "");
    return words.isEmpty() ? Set.of() : Set.of(words.split(","));
  }
}
