package dev.dicomwebdump.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Over which versions of HTTP and with which addresses the exchanges were. For one thread. */
final class ConnectionTally {

  private final Groups<Key, Count> groups = new Groups<>(key -> Key.OTHERS, Count::new);

  void add(Told told) {
    Count count = groups.of(Key.of(told));
    count.requests++;
    count.opened += told.exchange().timings().connect() == null ? 0 : 1;
  }

  List<ConnectionFigures> figures() {
    List<ConnectionFigures> figures = new ArrayList<>();
    groups
        .all()
        .forEach(
            (key, count) ->
                figures.add(
                    new ConnectionFigures(
                        key.httpVersion, key.address, count.requests, count.opened)));
    figures.sort(Comparator.comparingLong(ConnectionFigures::requests).reversed());
    return figures;
  }

  private record Key(String httpVersion, String address) implements Comparable<Key> {

    private static final Key OTHERS = new Key(ConnectionFigures.OTHERS, ConnectionFigures.OTHERS);
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::httpVersion).thenComparing(Key::address);

    static Key of(Told told) {
      return new Key(
          told.exchange().response() == null ? "" : told.exchange().response().httpVersion(),
          told.exchange().peer() == null ? "" : told.exchange().peer().address());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Count {
    private long requests;
    private long opened;
  }
}
