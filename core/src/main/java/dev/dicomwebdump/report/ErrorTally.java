package dev.dicomwebdump.report;

import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How often what went wrong. For one thread. */
final class ErrorTally {

  /** Sizes, counts, ports, addresses, UIDs. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.:][0-9]+)*");

  private final Groups<Key, Count> groups =
      new Groups<>(key -> new Key(key.problem, ErrorFigures.OTHERS), Count::new);

  void add(Told told) {
    Problem problem = told.problem();
    if (problem == null) {
      return;
    }
    Count count = groups.of(new Key(problem.kind(), pattern(problem)));
    count.add(told);
  }

  List<ErrorFigures> figures() {
    List<ErrorFigures> figures = new ArrayList<>();
    groups.all().forEach((key, count) -> figures.add(count.figures(key)));
    figures.sort(Comparator.comparingLong(ErrorFigures::exchanges).reversed());
    return figures;
  }

  /** The number of a status says what it is; others differ from case to case. */
  private static String pattern(Problem problem) {
    return problem.kind() == Problem.Kind.STATUS
        ? problem.message()
        : NUMBER.matcher(problem.message()).replaceAll("#");
  }

  private record Key(Problem.Kind problem, String message) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::problem).thenComparing(Key::message);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Count {
    private final NavigableSet<String> records = new TreeSet<>();
    private long exchanges;
    private long resources;

    void add(Told told) {
      exchanges++;
      boolean had = told.outcome() != Outcome.FAILED && told.outcome() != Outcome.INCOMPLETE;
      resources += had ? 0 : 1;
      records.add(told.record());
      if (records.size() > ErrorFigures.MOST_RECORDS) {
        records.pollLast();
      }
    }

    ErrorFigures figures(Key key) {
      return new ErrorFigures(key.problem, key.message, exchanges, resources, List.copyOf(records));
    }
  }
}
