package dev.dicomwebdump.replay;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Sends a reason phrase of its own: RFC 9112 section 4; HTTP/2 has none. */
final class ReasonPhrase extends HttpStream.Wrapper {

  private final String reason;

  ReasonPhrase(HttpStream stream, String reason) {
    super(stream);
    this.reason = reason;
  }

  @Override
  public void send(
      MetaData.Request request,
      MetaData.@Nullable Response response,
      boolean last,
      @Nullable ByteBuffer content,
      Callback callback) {
    super.send(request, response == null ? null : withReason(response), last, content, callback);
  }

  private MetaData.Response withReason(MetaData.Response response) {
    return new MetaData.Response(
        response.getStatus(),
        reason,
        response.getHttpVersion(),
        response.getHttpFields(),
        response.getContentLength(),
        response.getTrailersSupplier());
  }
}
