package dev.dicomwebdump.transport;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Shows a proxy who asks, with each http request that goes to it: RFC 9110 section 11.7. */
final class ProxyAuthorization implements Interceptor {

  private final Proxies proxies;

  ProxyAuthorization(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    HttpProxy proxy = proxies.to(request.url().scheme(), request.url().host());
    String authorization = proxy == null ? null : proxy.authorization();
    return chain.proceed(
        request.isHttps() || authorization == null
            ? request
            : request.newBuilder().header("Proxy-Authorization", authorization).build());
  }
}
