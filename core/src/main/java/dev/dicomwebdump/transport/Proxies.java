package dev.dicomwebdump.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Through which proxy a server is asked. Immutable; shows no password. */
public final class Proxies {

  /** Every server is asked directly. */
  public static final Proxies NONE = new Proxies(null, null, List.of());

  private final @Nullable HttpProxy forHttp;
  private final @Nullable HttpProxy forHttps;
  private final List<String> direct;

  private Proxies(@Nullable HttpProxy forHttp, @Nullable HttpProxy forHttps, List<String> direct) {
    this.forHttp = forHttp;
    this.forHttps = forHttps;
    this.direct = direct;
  }

  /**
   * The proxies that are given, else those that the environment names, as curl reads it: {@code
   * http_proxy} (in lower case only, since a web server's client can set HTTP_PROXY), {@code
   * https_proxy} or {@code HTTPS_PROXY}, and {@code no_proxy} or {@code NO_PROXY}, which holds for
   * given ones too.
   *
   * @param given a proxy for all servers; empty for none whatever the environment says; null when
   *     none was given
   * @param environment the environment's variables
   * @throws IllegalArgumentException when one is not a proxy's URL; the message shows nothing of it
   */
  public static Proxies of(@Nullable String given, Map<String, String> environment) {
    List<String> direct = hosts(either(environment, "no_proxy", "NO_PROXY"));
    if (given != null) {
      HttpProxy all = proxy("--proxy", given);
      return new Proxies(all, all, direct);
    }
    return new Proxies(
        proxy("http_proxy", environment.getOrDefault("http_proxy", "")),
        proxy("https_proxy", either(environment, "https_proxy", "HTTPS_PROXY")),
        direct);
  }

  /** The proxy for servers of that host, or null when they are asked directly. */
  @Nullable HttpProxy to(String scheme, String host) {
    HttpProxy proxy = scheme.equals("https") ? forHttps : forHttp;
    return proxy == null || isDirect(host.toLowerCase(Locale.ROOT)) ? null : proxy;
  }

  /** The same for a socket. */
  Proxy through(String scheme, String host) {
    HttpProxy proxy = to(scheme, host);
    return proxy == null
        ? Proxy.NO_PROXY
        : new Proxy(
            Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
  }

  private boolean isDirect(String host) {
    return direct.stream()
        .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
  }

  private static @Nullable HttpProxy proxy(String name, String url) {
    try {
      return url.isBlank() ? null : HttpProxy.parse(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static String either(Map<String, String> environment, String lower, String upper) {
    return environment.getOrDefault(lower, environment.getOrDefault(upper, ""));
  }

  /** Names of hosts or domains, with commas or blanks between; a dot before a name is nothing. */
  private static List<String> hosts(String list) {
    return Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
        .map(name -> name.startsWith(".") ? name.substring(1) : name)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  @Override
  public String toString() {
    return "Proxies[http=" + forHttp + ", https=" + forHttps + ", direct=" + direct + "]";
  }
}
