package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.exchange.Exchange;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the places that redirects led to lie here: those of the recorded server under their own
 * paths, those of others under a path that names them. Immutable.
 */
final class RedirectTargets {

  private static final String ELSEWHERE = "/_redirected/";
  private static final Pattern WITH_HOST = Pattern.compile("(?i)(https?:)?//.*");

  private final Set<String> origins;

  RedirectTargets(RecordedRoots roots) {
    this.origins = roots.all().stream().map(RecordedRoot::origin).collect(Collectors.toSet());
  }

  /** The path and query that a client asks for. */
  static String address(Asking asking) {
    return asking.path() + (asking.query().isEmpty() ? "" : "?" + asking.query());
  }

  /** Where a recorded Location led; null where that is no URL. */
  static @Nullable URI resolve(URI asked, String location) {
    try {
      URI target = asked.resolve(location.strip());
      return target.getRawAuthority() == null ? null : target;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The path and query here of a recorded URL. */
  String address(URI url) {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String own = url.getRawPath() + query;
    return origins.contains(url.getScheme() + "://" + url.getRawAuthority())
        ? own
        : ELSEWHERE + url.getScheme() + "/" + url.getRawAuthority() + own;
  }

  /**
   * Whether an exchange was made there.
   *
   * @param address the path and query here; null for where the resource was asked for first
   */
  boolean isAt(DumpRecord record, Exchange exchange, @Nullable String address) {
    URI url = exchange.request().url();
    boolean isFirst = url.equals(record.firstRequest().url());
    return address == null ? isFirst : !isFirst && address.equals(address(url));
  }

  /**
   * A Location (RFC 9110 section 10.2.2) that leads here; one without a host stays as it was,
   * unless it was told by another host than the one that is replayed.
   *
   * @param origin scheme, host and port under which the client sees the server
   * @param target the URL that the recorder followed it to
   */
  String location(String recorded, String origin, URI target) {
    boolean isElsewhere = address(target).startsWith(ELSEWHERE);
    return isElsewhere || WITH_HOST.matcher(recorded.strip()).matches()
        ? origin + address(target)
        : recorded;
  }
}
