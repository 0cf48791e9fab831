package dev.dicomwebdump.crawl;

import dev.dicomwebdump.resource.Uid;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A set of instances in a few bytes: two censuses that are equal are, but for a chance of one in
 * 2^64, of the same instances. Their order does not matter. Immutable.
 *
 * @param instances how many instances were counted
 * @param fingerprint the sum of the instances' hashes
 */
public record InstanceCensus(long instances, long fingerprint) {

  /** No instance. */
  public static final InstanceCensus NONE = new InstanceCensus(0, 0);

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** The census of these. */
  public static InstanceCensus of(Iterable<Uid> instances) {
    InstanceCensus census = NONE;
    for (Uid instance : instances) {
      census = census.with(instance);
    }
    return census;
  }

  /** The census with one more instance; one that is counted already counts twice. */
  public InstanceCensus with(Uid instance) {
    return new InstanceCensus(instances + 1, fingerprint + hash(instance.value()));
  }

  /** FNV-1a, and a last mixing, since sums of neighbouring UIDs' plain hashes could meet. */
  private static long hash(String uid) {
    long hash = FNV_OFFSET;
    for (byte character : uid.getBytes(StandardCharsets.ISO_8859_1)) {
      hash = (hash ^ character) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }

  // By hand, like hashCode: Java makes those of a record anew in each run.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InstanceCensus census
        && instances == census.instances
        && fingerprint == census.fingerprint;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(fingerprint);
  }
}
