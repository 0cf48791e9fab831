package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.RecordOutline;
import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.List;

/**
 * Makes the figures of a run that keeps no records, from its exchanges as they end. In place of a
 * record's path stands the number of the request, from 1. Memory does not grow with the run. Safe
 * for use by many threads.
 */
public final class LiveReport {

  private final Gathering gathering = new Gathering();
  private long requests;

  /**
   * A request has ended.
   *
   * @param exchange the last exchange, with all that came before
   */
  public synchronized void add(ResourceKind kind, Outcome outcome, Exchange exchange) {
    requests++;
    RecordOutline outline = new RecordOutline(kind, outcome, exchange.problem(), exchange);
    gathering.add(Long.toString(requests), outline);
  }

  /**
   * The figures so far: of traffic alone, since there is no dump.
   *
   * @param program the name and version of the program that asks for them
   * @param root the server's root URL, which stands in place of a folder
   */
  public synchronized ReportFigures figures(String program, String root) {
    DumpFigures none = new DumpFigures(null, List.of(root), 0, 0, 0, 0, 0, 0, List.of());
    return gathering.figures(program, root, none, new RecordFigures(0, Unread.NOTHING));
  }
}
