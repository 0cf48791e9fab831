package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.AttributePath;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which bulk data is asked for, and where. Immutable.
 *
 * @param choice which values
 * @param hosts other hosts than the server's own that may be asked, as {@code HOST} or {@code
 *     HOST:PORT}; they never see credentials
 * @param rewrite whether the server's own origin is asked whatever origin a BulkDataURI names
 */
public record BulkDataOptions(Choice choice, Set<String> hosts, boolean rewrite) {

  /** All but pixel data, from the server's own origin. */
  public static final BulkDataOptions DEFAULTS =
      new BulkDataOptions(Choice.NO_PIXEL, Set.of(), false);

  /** Which values. */
  public enum Choice {
    /** None. */
    NONE,
    /** All but (7FE0,0008), (7FE0,0009) and (7FE0,0010), of icons too. */
    NO_PIXEL,
    /** All. */
    ALL;

    boolean has(AttributePath attribute) {
      return this == ALL || (this == NO_PIXEL && !attribute.isPixelData());
    }
  }

  public BulkDataOptions {
    Set<String> lower = new TreeSet<>();
    hosts.forEach(host -> lower.add(host.toLowerCase(Locale.ROOT)));
    hosts = Set.copyOf(lower);
  }
}
