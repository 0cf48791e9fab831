package dev.dicomwebdump.archive;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs the same work in several threads that begin at the same moment. */
final class Together {

  private Together() {}

  static void run(int threads, IntConsumer work) throws Exception {
    CountDownLatch ready = new CountDownLatch(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> tasks =
          IntStream.range(0, threads).mapToObj(thread -> task(ready, work, thread)).toList();
      for (Future<Void> done : pool.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Callable<Void> task(CountDownLatch ready, IntConsumer work, int thread) {
    return () -> {
      ready.countDown();
      ready.await();
      work.accept(thread);
      return null;
    };
  }
}
