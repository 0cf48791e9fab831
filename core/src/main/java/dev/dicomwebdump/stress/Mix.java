package dev.dicomwebdump.stress;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How often each kind of resource is asked for, against the others. Immutable.
 *
 * @param shares in the order in which they were given; empty for each request of the list once, in
 *     its order
 */
public record Mix(List<Share> shares) {

  /** Each request of the list once, in its order. */
  public static final Mix NONE = new Mix(List.of());

  /** What a list from a server holds where no mix says otherwise: as a plain dump. */
  private static final Set<ResourceKind> PLAIN =
      EnumSet.of(
          ResourceKind.STUDY_METADATA,
          ResourceKind.SERIES_METADATA,
          ResourceKind.INSTANCE_METADATA,
          ResourceKind.FRAME);

  private static final int GREATEST_WEIGHT = 1_000_000;

  /**
   * The weight of some kinds together.
   *
   * @param weight 1 or more
   */
  public record Share(KindName name, int weight) {}

  public Mix {
    shares = List.copyOf(shares);
  }

  /**
   * Reads a mix as a user writes it: {@code frames=8,metadata=1}.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  public static Mix parse(String text) {
    List<Share> shares = new ArrayList<>();
    Set<ResourceKind> named = EnumSet.noneOf(ResourceKind.class);
    for (String share : text.split(",", -1)) {
      Share read = share(share.strip());
      for (ResourceKind kind : read.name().kinds()) {
        if (!named.add(kind)) {
          throw new IllegalArgumentException(kind.published() + " has two weights");
        }
      }
      shares.add(read);
    }
    return new Mix(shares);
  }

  private static Share share(String text) {
    int equals = text.indexOf('=');
    String weight = text.substring(equals + 1);
    if (equals < 0 || !weight.matches("[0-9]{1,7}")) {
      throw new IllegalArgumentException("a mix is KIND=WEIGHT,… such as frames=8,metadata=1");
    }
    int number = Integer.parseInt(weight);
    if (number < 1 || number > GREATEST_WEIGHT) {
      throw new IllegalArgumentException("a weight is from 1 to " + GREATEST_WEIGHT);
    }
    return new Share(KindName.parse(text.substring(0, equals)), number);
  }

  /** The kinds that it has. */
  Set<ResourceKind> kinds() {
    Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
    shares.forEach(share -> kinds.addAll(share.name().kinds()));
    return kinds;
  }

  /** The kinds that a list from a server holds. */
  Set<ResourceKind> kindsOrPlain() {
    if (shares.isEmpty()) {
      return EnumSet.copyOf(PLAIN);
    }
    Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
    shares.forEach(share -> kinds.addAll(share.name().asked()));
    return kinds;
  }

  /** The kinds that a list from a capture holds: all where no mix says otherwise. */
  Set<ResourceKind> kindsOrAll() {
    return shares.isEmpty() ? EnumSet.allOf(ResourceKind.class) : kinds();
  }
}
