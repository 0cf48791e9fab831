package dev.dicomwebdump.fetch;

import dev.dicomwebdump.resource.Uid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the instances that were spoken of last; older ones are forgotten, so that a
 * study of any size fits. Not safe for use by several threads.
 */
final class RecentInstances<V> {

  /** Far more than there are workers, each of which walks one instance at a time. */
  private static final int MOST = 1024;

  private final Map<Uid, V> values =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Uid, V> eldest) {
          return size() > MOST;
        }
      };

  @Nullable V get(Uid instance) {
    return values.get(instance);
  }

  V getOrAdd(Uid instance, Supplier<V> first) {
    return values.computeIfAbsent(instance, unknown -> first.get());
  }

  void forget(Uid instance) {
    values.remove(instance);
  }
}
