package dev.dicomwebdump.dump;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.proof.JudgedResponse;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds each page until it was read, and writes nothing.
 *
 * @param maxBody the most bytes of a page after decoding
 */
record PagesInMemory(ByteSize maxBody) implements PageStore {

  @Override
  public Page begin(Resource page) {
    return new HeldPage(new JudgedResponse(page, Pixels.NONE, maxBody));
  }

  private record HeldPage(JudgedResponse response) implements Page {

    @Override
    public void head(ResponseHead head) {
      response.head(head);
    }

    @Override
    public void body(byte[] buffer, int offset, int length) {
      response.body(buffer, offset, length);
    }

    @Override
    public @Nullable Problem end() {
      return response.end();
    }

    @Override
    public InputStream content() throws IOException {
      return response.content();
    }

    @Override
    public void keep(Exchange exchange) {}

    @Override
    public void discard() {}
  }
}
