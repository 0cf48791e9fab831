package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Request;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What a run does not use is not loaded: that is most of the time of a short one. */
class LoadedClassesTest {

  private static final String BASE = "dev.dicomwebdump.";

  /** Loads the library anew, and notes what else is asked for. */
  private static final class NotingLoader extends URLClassLoader {
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    NotingLoader() {
      super(
          new URL[] {Request.class.getProtectionDomain().getCodeSource().getLocation()},
          LoadedClassesTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      if (!name.startsWith(BASE)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }

  @Test
  void aRequestByHttpLoadsNeitherOkHttpNorConscrypt() throws Exception {
    try (RawServer server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab");
        NotingLoader library = new NotingLoader()) {
      assertThat(exchange(library, server.url())).contains("status=200").contains("problem=null");
      assertThat(library.asked)
          .contains(BASE + "transport.Http1Exchange")
          .noneMatch(name -> name.matches("(okhttp3|okio|kotlin|org\\.conscrypt)\\..*"));
    }
  }

  private static String exchange(NotingLoader library, URI url) throws Exception {
    Class<?> settings = library.loadClass(BASE + "transport.TransportSettings");
    Class<?> headers = library.loadClass(BASE + "exchange.Headers");
    Class<?> request = library.loadClass(BASE + "exchange.Request");
    Class<?> sink = library.loadClass(BASE + "exchange.ResponseSink");
    Class<?> transport = library.loadClass(BASE + "transport.HttpTransport");
    InvocationHandler nothing = (proxy, method, arguments) -> null;
    Object asked =
        request
            .getConstructor(URI.class, headers)
            .newInstance(url, headers.getConstructor(List.class).newInstance(List.of()));
    try (AutoCloseable opened =
        (AutoCloseable)
            transport
                .getConstructor(settings)
                .newInstance(settings.getField("DEFAULTS").get(null))) {
      return transport
          .getMethod("exchange", request, sink)
          .invoke(opened, asked, Proxy.newProxyInstance(library, new Class<?>[] {sink}, nothing))
          .toString();
    }
  }
}
