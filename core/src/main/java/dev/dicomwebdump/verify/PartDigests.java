package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The digests of payloads as they stream by. For one thread. */
final class PartDigests implements PartListener {

  private final IntPredicate wanted;
  private final DigestKind kind;
  private final Map<Integer, ContentDigest> digests = new HashMap<>();
  private int part = -1;
  private @Nullable Digest digest;

  /**
   * @param wanted which parts, from 0
   * @param kind of which kind; never none, since what streams by can always be digested
   */
  PartDigests(IntPredicate wanted, DigestKind kind) {
    this.wanted = wanted;
    this.kind = kind;
  }

  @Override
  public void begin(List<PartHeader> headers, long offset) {
    part++;
    digest = wanted.test(part) ? new Digest(kind) : null;
  }

  @Override
  public void bytes(byte[] buffer, int offset, int length) {
    if (digest != null) {
      digest.update(buffer, offset, length);
    }
  }

  @Override
  public void end() {
    if (digest != null) {
      digests.put(part, digest.end());
      digest = null;
    }
  }

  /** The digest of a part that ended and was wanted; null for others. */
  @Nullable ContentDigest of(int number) {
    return digests.get(number);
  }
}
