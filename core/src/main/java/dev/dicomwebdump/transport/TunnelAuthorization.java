package dev.dicomwebdump.transport;

import okhttp3.Authenticator;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Shows a proxy who asks for a tunnel: with the first CONNECT, and only once. */
final class TunnelAuthorization implements Authenticator {

  private static final String FIELD = "Proxy-Authorization";

  private final Proxies proxies;

  TunnelAuthorization(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response) {
    HttpUrl url = response.request().url();
    HttpProxy proxy = proxies.to(url.scheme(), url.host());
    boolean refused = response.request().header(FIELD) != null;
    return refused || proxy == null || proxy.authorization() == null
        ? null
        : response.request().newBuilder().header(FIELD, proxy.authorization()).build();
  }
}
