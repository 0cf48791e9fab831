package dev.dicomwebdump.archive;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Digests of one kind, each used for one file after another: to make one takes longer than to
 * digest a small file. Holds no more than were ever in use at one time. Safe for use by many
 * threads at once.
 */
public final class Digests {

  /** So that none is used for ever that was made before Java's providers had a faster one. */
  private static final int MOST_FILES = 50;

  private final DigestKind kind;
  private final Queue<Digest> idle = new ConcurrentLinkedQueue<>();

  /** Holds none yet. */
  public Digests(DigestKind kind) {
    this.kind = kind;
  }

  /** A digest of nothing yet, for who begins it alone; one that is never ended is not missed. */
  public Digest begin() {
    Digest digest = idle.poll();
    return digest == null ? new Digest(kind) : digest;
  }

  /**
   * Ends what {@link #begin} gave, once; who began it must not use it any more.
   *
   * @return what it comes to
   */
  public ContentDigest end(Digest begun) {
    ContentDigest ended = begun.end();
    if (begun.ends() < MOST_FILES) {
      idle.add(begun);
    }
    return ended;
  }
}
