package dev.dicomwebdump.report;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How often which status came, and how long that took. For one thread. */
final class StatusTally {

  private final Groups<Key, Times> groups =
      new Groups<>(key -> new Key(StatusFigures.OTHERS, key.kind), Times::new);

  void add(Told told) {
    Times times = groups.of(new Key(told.exchange().status(), told.kind()));
    times.bytes += told.exchange().bodyBytes();
    times.durations.add(told.exchange().timings().total());
  }

  List<StatusFigures> figures() {
    List<StatusFigures> figures = new ArrayList<>();
    groups
        .all()
        .forEach(
            (key, times) ->
                figures.add(
                    new StatusFigures(
                        key.status, key.kind, times.bytes, times.durations.percentiles())));
    return figures;
  }

  private record Key(int status, ResourceKind kind) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::status).thenComparing(Key::kind);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Times {
    private final DurationTally durations = new DurationTally();
    private long bytes;
  }
}
