package dev.dicomwebdump.transport;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Which HTTP each server chose when it was asked by ALPN: RFC 7301. The first request to a server
 * finds out; others to it wait for that. Safe for use by many threads.
 */
final class Alpn {

  /** What a server speaks. */
  enum Choice {
    HTTP_1,
    HTTP_2,
    /** The request that was to find out came to no answer. */
    UNKNOWN
  }

  private final Map<Server, CompletableFuture<Choice>> choices = new ConcurrentHashMap<>();

  /**
   * What that server chose; waits while another request finds out.
   *
   * @return null when the caller is to find out: it must come to {@link #chose} or {@link #gaveUp}
   */
  @Nullable Choice of(Server server) throws InterruptedException {
    CompletableFuture<Choice> earlier = choices.putIfAbsent(server, new CompletableFuture<>());
    try {
      return earlier == null ? null : earlier.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("no choice is ever a failure", e);
    }
  }

  /** The server has made its choice. */
  void chose(Server server, Choice choice) {
    CompletableFuture<Choice> open = choices.put(server, CompletableFuture.completedFuture(choice));
    if (open != null) {
      open.complete(choice);
    }
  }

  /** The request that was to find out is over. If it found nothing the next one is to. */
  void gaveUp(Server server) {
    CompletableFuture<Choice> asked = choices.get(server);
    if (asked != null && !asked.isDone() && choices.remove(server, asked)) {
      asked.complete(Choice.UNKNOWN);
    }
  }

  /** Nobody waits any longer. */
  void cancel() {
    choices.values().forEach(choice -> choice.complete(Choice.UNKNOWN));
  }
}
