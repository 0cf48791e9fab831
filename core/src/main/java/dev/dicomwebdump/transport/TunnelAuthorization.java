package dev.dicomwebdump.transport;

import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Shows a proxy who asks for a tunnel: with the CONNECT itself, and nowhere else. A server that
 * answers 407 through a tunnel, as if it were the proxy, is shown nothing.
 */
final class TunnelAuthorization implements Authenticator {

  /** Of a challenge by OkHttp itself, before it sends a CONNECT. */
  private static final String BEFOREHAND = "OkHttp-Preemptive";

  private final Proxies proxies;

  TunnelAuthorization(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response)
      throws ProxyRefusedException {
    Request request = response.request();
    if (!request.method().equals("CONNECT")) {
      return null;
    }
    if (response.challenges().stream().noneMatch(own -> own.scheme().equals(BEFOREHAND))) {
      throw new ProxyRefusedException();
    }
    HttpProxy proxy = proxies.to(request.url().scheme(), request.url().host());
    return proxy == null || proxy.authorization() == null
        ? null
        : request.newBuilder().header("Proxy-Authorization", proxy.authorization()).build();
  }
}
