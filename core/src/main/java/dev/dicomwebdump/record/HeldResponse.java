package dev.dicomwebdump.record;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.MemorySink;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.proof.ResponseProof;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Metadata or a page of a search that is held in memory, and judged as a recording of it would be.
 * Writes nothing. For one resource, and one thread at a time.
 */
public final class HeldResponse implements ResponseSink {

  /** So that a response cannot take all the memory there is. */
  private static final ByteSize MOST = new ByteSize(64L << 20);

  private final Resource asked;
  private final DecodingLimit limit;
  private final MemorySink memory = new MemorySink();
  private @Nullable ResponseHead head;
  private long bytes;

  /**
   * @param asked metadata in JSON, or a page of a search
   * @param maxBody the most bytes of content after decoding
   */
  public HeldResponse(Resource asked, ByteSize maxBody) {
    this.asked = asked;
    this.limit = new DecodingLimit(maxBody);
  }

  @Override
  public void head(ResponseHead begun) {
    head = begun;
    bytes = 0;
    memory.head(begun);
  }

  @Override
  public void body(byte[] buffer, int offset, int length) {
    bytes += length;
    if (bytes <= MOST.bytes()) {
      memory.body(buffer, offset, length);
    }
  }

  @Override
  public @Nullable Problem end() {
    ResponseHead ended = head;
    if (ended == null || !ended.isSuccess()) {
      return null;
    }
    if (bytes > MOST.bytes()) {
      return new Problem(Problem.Kind.TOO_LARGE, "it is too large to be held in memory: " + bytes);
    }
    ResponseProof proof = ResponseProof.of(asked, Pixels.NONE, ended, NoPayload.INSTANCE);
    Decoding decoding = new Decoding(ContentCoding.of(ended.headers()), limit);
    Problem undecodable = decoding.show(ended, memory::content, bytes, proof);
    return undecodable != null ? undecodable : proof.end(memory::content).problem();
  }

  /**
   * The content of the last response, decoded.
   *
   * @throws IOException when it cannot be decoded
   */
  public InputStream content() throws IOException {
    return memory.content();
  }
}
