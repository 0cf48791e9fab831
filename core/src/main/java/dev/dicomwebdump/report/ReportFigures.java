package dev.dicomwebdump.report;

import java.util.List;

/**
 * All figures of a dump, however many records it has: each list has a bound of its own. They are of
 * every exchange that a record tells of, earlier ones of the same resource included. Immutable.
 *
 * @param program the name and version of the program that made the figures
 * @param folder the folder they are of, as the user named it; paths of records are relative to it
 * @param dump what the dump holds, by its summaries
 * @param records how many records there are
 * @param traffic what all exchanges come to
 * @param kinds for each kind of resource that has a record, in their own order
 * @param latencies for each kind and phase that was measured: first all kinds together, then each
 *     kind in its own order, phases in theirs
 * @param timeline what happened when
 * @param statuses for each status and kind, by status
 * @param errors what went wrong, the most frequent first
 * @param connections for each version of HTTP and address, the most used first
 * @param slowest those that took longest, the longest first; at most {@value #MOST_SLOWEST}
 * @param exchanges the exchanges one by one, or a selection of them
 */
public record ReportFigures(
    String program,
    String folder,
    DumpFigures dump,
    RecordFigures records,
    TrafficFigures traffic,
    List<KindFigures> kinds,
    List<LatencyFigures> latencies,
    Timeline timeline,
    List<StatusFigures> statuses,
    List<ErrorFigures> errors,
    List<ConnectionFigures> connections,
    List<ExchangeFigures> slowest,
    ExchangeSelection exchanges) {

  /** The most exchanges that {@link #slowest} names. */
  public static final int MOST_SLOWEST = 20;

  public ReportFigures {
    kinds = List.copyOf(kinds);
    latencies = List.copyOf(latencies);
    statuses = List.copyOf(statuses);
    errors = List.copyOf(errors);
    connections = List.copyOf(connections);
    slowest = List.copyOf(slowest);
  }
}
