package dev.dicomwebdump.transport;

import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads URLs for OkHttp. Most requests go to one server, and its name is what is dear to read in a
 * URL: it is read once for as long as it stays the same. Safe for use by many threads at once.
 */
final class OkHttpUrls {

  private volatile @Nullable Origin last;

  /**
   * @param url the root of a server
   * @param text the same, which ends with a slash
   */
  private record Origin(HttpUrl url, String text) {

    static Origin of(HttpUrl url) {
      HttpUrl root = Objects.requireNonNull(url.resolve("/"));
      return new Origin(root, root.toString());
    }

    /** Whether a URL is of this server for sure. What begins with two slashes could be a host. */
    boolean has(String address) {
      int path = text.length();
      return address.startsWith(text)
          && !address.startsWith("/", path)
          && !address.startsWith("\\", path);
    }

    @Nullable HttpUrl read(String address) {
      return url.resolve(address.substring(text.length() - 1));
    }
  }

  /** The URL, or null when it is none that OkHttp could ask for. */
  @Nullable HttpUrl read(String address) {
    Origin known = last;
    if (known != null && known.has(address)) {
      return known.read(address);
    }
    HttpUrl url = HttpUrl.parse(address);
    if (url != null) {
      last = Origin.of(url);
    }
    return url;
  }
}
