package dev.dicomwebdump.stress;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Kinds of resources as users name them: {@code metadata} of all levels, {@code qido} for all
 * searches, and each kind as records name it, in the plural too: {@code frame}, {@code frames}.
 * Immutable.
 *
 * @param text the name
 * @param kinds what it names; never empty
 */
public record KindName(String text, Set<ResourceKind> kinds) {

  private static final String METADATA = "metadata";
  private static final List<ResourceKind> ALL = List.of(ResourceKind.values());

  public KindName {
    kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException when there is no such kind; the message says which there are
   */
  public static KindName parse(String text) {
    return switch (text) {
      case METADATA -> of(text, kind -> kind.isMetadata() || kind.isXml());
      case "qido" -> of(text, ResourceKind::isSearch);
      default -> of(text, kind -> isNamed(kind, text));
    };
  }

  /** Those of the kinds that a server is asked for: of {@code metadata} what a plain dump has. */
  Set<ResourceKind> asked() {
    return text.equals(METADATA)
        ? kinds.stream().filter(kind -> !kind.isXml()).collect(Collectors.toUnmodifiableSet())
        : kinds;
  }

  private static boolean isNamed(ResourceKind kind, String text) {
    return text.equals(kind.published()) || text.equals(kind.published() + "s");
  }

  private static KindName of(String text, Predicate<ResourceKind> named) {
    List<ResourceKind> kinds = ALL.stream().filter(named).toList();
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "no such kind: \""
              + text.replaceAll("\\p{Cntrl}", "?")
              + "\" (there are metadata, frames, instances, bulkdata, rendered, thumbnails, qido, "
              + String.join(", ", published())
              + ")");
    }
    return new KindName(text, EnumSet.copyOf(kinds));
  }

  private static List<String> published() {
    return Arrays.stream(ResourceKind.values())
        .filter(kind -> kind.isMetadata() || kind.isXml() || kind.isSearch())
        .map(ResourceKind::published)
        .toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
