package dev.dicomwebdump.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okio.AsyncTimeout;

/**
 * Cancels a call whose head does not come in time. OkHttp's own limit begins anew with each byte,
 * so that a server which sends one now and then could hold a call for ever.
 */
final class HeadLimit extends AsyncTimeout {

  private final Call call;

  HeadLimit(Call call, Duration limit) {
    this.call = call;
    timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void timedOut() {
    call.cancel();
  }
}
