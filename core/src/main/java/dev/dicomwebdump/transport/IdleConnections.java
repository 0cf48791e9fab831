package dev.dicomwebdump.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connections that carry no exchange just now. The one that rested last is taken first, since its
 * server has forgotten it least likely. Safe for use by many threads.
 */
final class IdleConnections {

  /**
   * Many servers serve so many connections as they have threads, resting ones included: those that
   * rest for longer may be what others wait for.
   */
  static final Duration LONGEST_REST = Duration.ofSeconds(10);

  private final Deque<Http1Connection> connections = new ArrayDeque<>();
  private final int most;
  private final long longestRest;
  private boolean closed;

  /**
   * @param most the most connections that are kept
   * @param longestRest how long
   */
  IdleConnections(int most, Duration longestRest) {
    this.most = most;
    this.longestRest = longestRest.toNanos();
  }

  /** A connection to that server on which nothing is under way; null when there is none. */
  @Nullable Http1Connection take(Server server) {
    Http1Connection found = next(server);
    while (found != null && (found.idleNanos() > longestRest || found.isSpoilt())) {
      found.close();
      found = next(server);
    }
    return found;
  }

  /** Keeps a connection for later, and closes the one that has rested longest for it. */
  void give(Http1Connection connection) {
    connection.rest();
    tooMany(connection).forEach(Http1Connection::close);
  }

  /** Closes those there are. */
  void closeAll() {
    all().forEach(Http1Connection::close);
  }

  private synchronized List<Http1Connection> all() {
    List<Http1Connection> all = List.copyOf(connections);
    connections.clear();
    return all;
  }

  /** Closes those that have rested too long. */
  void closeRested() {
    rested().forEach(Http1Connection::close);
  }

  private synchronized List<Http1Connection> rested() {
    List<Http1Connection> rested = new ArrayList<>();
    while (!connections.isEmpty() && connections.getLast().idleNanos() > longestRest) {
      rested.add(connections.removeLast());
    }
    return rested;
  }

  /** Closes them, and what is given from now on. */
  void close() {
    List<Http1Connection> all = forgetAll();
    all.forEach(Http1Connection::close);
  }

  private synchronized @Nullable Http1Connection next(Server server) {
    Iterator<Http1Connection> each = connections.iterator();
    while (each.hasNext()) {
      Http1Connection connection = each.next();
      if (connection.server().equals(server)) {
        each.remove();
        return connection;
      }
    }
    return null;
  }

  private synchronized List<Http1Connection> tooMany(Http1Connection added) {
    connections.addFirst(added);
    List<Http1Connection> tooMany = new ArrayList<>();
    while (connections.size() > (closed ? 0 : most)) {
      tooMany.add(connections.removeLast());
    }
    return tooMany;
  }

  private synchronized List<Http1Connection> forgetAll() {
    closed = true;
    return all();
  }
}
