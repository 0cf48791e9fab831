package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.MemorySink;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response that is judged as a recording of it would be, and written nowhere. Payloads are judged
 * as they stream by; what must be read once more is held in memory: metadata, pages of searches,
 * and content in a content coding. For one resource, and one thread at a time.
 */
public final class JudgedResponse implements ResponseSink {

  /** So that a response alone cannot take all the memory there is. */
  private static final ByteSize MOST_HELD = new ByteSize(64L << 20);

  private final Resource asked;
  private final Pixels pixels;
  private final DecodingLimit limit;
  private final MemoryBudget budget;
  private final MemorySink memory = new MemorySink();
  private final ResponseProofs proofs = new ResponseProofs();
  private @Nullable ResponseHead head;
  private @Nullable ResponseProof proof;
  private ContentCoding coding = ContentCoding.IDENTITY;
  private boolean held;
  private long bytes;
  private long taken;

  /**
   * One that may hold 64 MiB.
   *
   * @param pixels what metadata tells of the instance's pixels
   * @param maxBody the most bytes of content after decoding
   */
  public JudgedResponse(Resource asked, Pixels pixels, ByteSize maxBody) {
    this(asked, pixels, maxBody, new MemoryBudget(MOST_HELD));
  }

  /**
   * One of several that are held at once. Whoever has done with it calls {@link #forget}.
   *
   * @param budget what they may hold together
   */
  public JudgedResponse(Resource asked, Pixels pixels, ByteSize maxBody, MemoryBudget budget) {
    this.asked = asked;
    this.pixels = pixels;
    this.limit = new DecodingLimit(maxBody);
    this.budget = budget;
  }

  @Override
  public void head(ResponseHead begun) {
    forget();
    head = begun;
    bytes = 0;
    coding = ContentCoding.of(begun.headers());
    held = coding != ContentCoding.IDENTITY || asked.kind().isMetadata() || asked.kind().isSearch();
    proof = begun.isSuccess() ? proofs.begin(asked, pixels, begun, NoPayload.INSTANCE) : null;
    memory.head(begun);
  }

  @Override
  public void body(byte[] buffer, int offset, int length) {
    bytes += length;
    if (proof == null) {
      return; // What a server says in place of a resource is for no one here.
    }
    if (!held) {
      proof.content(buffer, offset, length);
    } else if (taken == bytes - length && budget.take(length)) {
      taken = bytes;
      memory.body(buffer, offset, length);
    }
  }

  @Override
  public @Nullable Problem end() {
    ResponseHead ended = head;
    ResponseProof judge = proof;
    if (ended == null || judge == null) {
      return null;
    }
    Problem unread = held ? show(ended, judge) : null;
    return unread != null ? unread : judge.end(memory::content).problem();
  }

  /** Why what was held cannot be judged, or null. */
  private @Nullable Problem show(ResponseHead ended, ResponseProof judge) {
    return taken < bytes
        ? new Problem(Problem.Kind.TOO_LARGE, "it is too large to be held in memory: " + bytes)
        : new Decoding(coding, limit).show(ended, memory::content, bytes, judge);
  }

  /** Gives back what the last response took of the budget: its content is read no more. */
  public void forget() {
    budget.giveBack(taken);
    taken = 0;
  }

  /**
   * The content of the last response, decoded, where it is metadata or a page of a search.
   *
   * @throws IOException when it cannot be decoded
   */
  public InputStream content() throws IOException {
    return memory.content();
  }
}
