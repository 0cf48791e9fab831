package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Authority;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Posts small forms and takes small replies, such as a token server gives. No connection is kept,
 * no redirect followed. Safe for use by many threads at once.
 */
public final class FormPost {

  private static final int LIMIT_SECONDS = 60;
  private static final int MOST_BYTES = 1024 * 1024;

  private final TransportSettings settings;
  private final OkHttpClients clients;
  private final Set<Call> inFlight = ConcurrentHashMap.newKeySet();

  /**
   * What came back. It may hold secrets.
   *
   * @param status the status code
   * @param body the first megabyte, as text
   */
  public record Reply(int status, String body) {

    @Override
    public String toString() {
      return "Reply[status=" + status + "]";
    }
  }

  /**
   * @param settings how connections are made; a form and its reply take a minute at most
   */
  public FormPost(TransportSettings settings) {
    this.settings = settings;
    this.clients = new OkHttpClients(settings);
  }

  /**
   * Sends a form as {@code application/x-www-form-urlencoded}.
   *
   * @throws IOException when no reply came; the message is one line and names the server
   */
  public Reply send(URI to, Map<String, String> form, Headers headers) throws IOException {
    HttpUrl url = HttpUrl.get(to);
    Server server = Server.of(to);
    if (url == null || server == null) {
      throw new IOException("host \"" + Authority.of(to) + "\" cannot be asked");
    }
    Call call = clients.to(url).newCall(request(url, form, headers));
    call.timeout().timeout(LIMIT_SECONDS, TimeUnit.SECONDS);
    inFlight.add(call);
    try {
      return send(call, Failures.of(server, settings));
    } finally {
      inFlight.remove(call);
      clients.closeIdle();
    }
  }

  /** Ends what is in flight at once. */
  public void cancel() {
    inFlight.forEach(Call::cancel);
  }

  private static Reply send(Call call, Failures failures) throws IOException {
    PhaseClock clock = new PhaseClock();
    call.addEventListener(clock);
    try (Response response = call.execute()) {
      String body = response.peekBody(MOST_BYTES).string();
      Response head = clock.head();
      return new Reply(head == null ? response.code() : head.code(), body);
    } catch (IOException e) {
      throw new IOException(problem(e, clock, failures).message(), e);
    }
  }

  private static Problem problem(IOException e, PhaseClock clock, Failures failures) {
    return clock.connection() == null
        ? failures.whileConnecting(e, clock.handshakeBegun())
        : failures.whileWaiting(e);
  }

  private static Request request(HttpUrl url, Map<String, String> form, Headers headers) {
    FormBody.Builder body = new FormBody.Builder();
    form.forEach(body::add);
    Request.Builder request = new Request.Builder().url(url).post(body.build());
    request.header("Accept", "application/json");
    request.header("Accept-Encoding", "identity");
    for (Header header : headers) {
      request.header(header.name(), header.value());
    }
    return request.build();
  }
}
