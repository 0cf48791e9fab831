package dev.dicomwebdump.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Lets no response begin: what would be sent fails, and that ends the stream. */
final class NoResponse extends HttpStream.Wrapper {

  NoResponse(HttpStream stream) {
    super(stream);
  }

  @Override
  public void send(
      MetaData.Request request,
      MetaData.@Nullable Response response,
      boolean last,
      @Nullable ByteBuffer content,
      Callback callback) {
    callback.failed(new IOException("there is no response, as it should be"));
  }
}
