package dev.dicomwebdump.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Stands between OkHttp's own interceptors and the wire. It holds the whole of a response's head to
 * the first-byte limit. When the head has come it does two things: it puts the idle limit in the
 * place of the first-byte limit: OkHttp knows one limit for both; and it hides the status from
 * OkHttp, which would else send a request again by itself (503 with {@code Retry-After: 0}, 421 on
 * a shared connection) or refuse to hand out the response (407 without a proxy). The head as it
 * came is with the {@link PhaseClock}.
 */
final class HeadArrival implements Interceptor {

  private static final int NOTHING_TO_ACT_ON = 200;

  private final Duration firstByte;
  private final Duration idle;

  HeadArrival(Duration firstByte, Duration idle) {
    this.firstByte = firstByte;
    this.idle = idle;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    // The socket has the first-byte limit too, and would hold the body to it. The limit of the
    // source, which OkHttp sets anew for each exchange, is enough.
    Objects.requireNonNull(chain.connection()).socket().setSoTimeout(0);
    Response response = head(chain);
    response.body().source().timeout().timeout(idle.toMillis(), TimeUnit.MILLISECONDS);
    return response.newBuilder().code(NOTHING_TO_ACT_ON).build();
  }

  private Response head(Chain chain) throws IOException {
    HeadLimit limit = new HeadLimit(chain.call(), firstByte);
    limit.enter();
    try {
      Response response = chain.proceed(chain.request());
      if (limit.exit()) {
        response.close();
        throw new HeadTooSlowException();
      }
      return response;
    } catch (IOException e) {
      throw limit.exit() ? new HeadTooSlowException() : e;
    }
  }
}
