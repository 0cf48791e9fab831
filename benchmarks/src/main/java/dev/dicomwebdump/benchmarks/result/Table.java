package dev.dicomwebdump.benchmarks.result;

import dev.dicomwebdump.benchmarks.contender.Curl;
import dev.dicomwebdump.benchmarks.contender.Dump;
import dev.dicomwebdump.benchmarks.work.Work;
import dev.dicomwebdump.benchmarks.work.Works;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Results as tables in Markdown. */
public final class Table {

  private static final double ROUND_TRIP_SECONDS = 0.05;

  private final Results results;

  public Table(Results results) {
    this.results = results;
  }

  /** All of it. */
  public String markdown() {
    return String.join("\n\n", List.of(place(), wall(), resources(), notes())).strip() + "\n";
  }

  private String place() {
    Machine machine = results.machine();
    return String.format(
        Locale.ROOT,
        "%s, %d × %s, %s. %s.",
        results.date(),
        machine.cores(),
        machine.processor(),
        machine.system(),
        machine.versions().entrySet().stream()
            .map(version -> version.getKey() + " " + version.getValue())
            .reduce((one, next) -> one + ", " + next)
            .orElse(""));
  }

  private String wall() {
    List<String> names = contenders();
    List<String> head = new ArrayList<>(List.of("work"));
    head.addAll(names);
    head.addAll(List.of("÷ curl -Z", "target"));
    List<List<String>> rows = new ArrayList<>();
    for (WorkResult work : compared()) {
      List<String> row = new ArrayList<>(List.of(title(work)));
      names.forEach(name -> row.add(cell(work, name)));
      row.add(shown(work.ratio(work.ours())));
      row.add(target(work));
      rows.add(row);
    }
    return "Wall time in seconds: median (least–most).\n\n" + table(head, rows);
  }

  /** Those in which curl took part. */
  private List<WorkResult> compared() {
    return results.works().stream().filter(work -> work.has(Curl.NAME)).toList();
  }

  private List<String> contenders() {
    return compared().stream()
        .map(work -> work.contenders().keySet())
        .flatMap(Collection::stream)
        .distinct()
        .toList();
  }

  private static String cell(WorkResult work, String contender) {
    if (!work.has(contender)) {
      return "";
    }
    long failures = work.failures(contender);
    return work.wall(contender).inSeconds() + (failures == 0 ? "" : ", " + failures + " failed");
  }

  private String resources() {
    List<List<String>> rows = new ArrayList<>();
    for (WorkResult work : results.works()) {
      String ours = work.ours();
      rows.add(
          List.of(
              title(work),
              Long.toString(work.requests()),
              megabytes(work.bytes()),
              String.format(Locale.ROOT, "%.1f", work.cpuSeconds(ours)),
              work.has(Curl.NAME)
                  ? String.format(Locale.ROOT, "%.1f", work.cpuSeconds(Curl.NAME))
                  : "",
              megabytes(work.peakBytes(ours)),
              work.has(Curl.NAME) ? megabytes(work.peakBytes(Curl.NAME)) : ""));
    }
    return "What the processes used: CPU in seconds, user and system, and the most memory.\n\n"
        + table(List.of("work", "requests", "MB", "CPU", "curl's", "memory, MB", "curl's"), rows);
  }

  private String notes() {
    List<String> notes = new ArrayList<>();
    if (!results.firstRequestSeconds().isEmpty()) {
      notes.add(
          "- Start to first request: "
              + Spread.of(results.firstRequestSeconds()).inSeconds()
              + " s; at most 0.25 is the target.");
    }
    for (WorkResult work : results.works()) {
      if (!work.has(Curl.NAME)) {
        notes.add(
            "- " + title(work) + ": " + cell(work, work.ours()) + " s by " + work.ours() + ".");
      } else if (Works.named(work.work()).link().isFar()) {
        notes.add(far(work));
      }
      work.absent()
          .forEach(
              (name, why) -> notes.add("- " + work.work() + " without " + name + ": " + why + "."));
    }
    return String.join("\n", notes);
  }

  /** What so many connections can do at best is one request each in a round trip. */
  private static String far(WorkResult result) {
    double best = result.requests() * ROUND_TRIP_SECONDS / Works.named(result.work()).connections();
    return String.format(
        Locale.ROOT,
        "- %s: %.0f %% of what %d requests in each round trip come to, curl %.0f %%; at least 90 is the target.",
        result.work(),
        100 * best / result.wall(Dump.NAME).median(),
        Works.named(result.work()).connections(),
        100 * best / result.wall(Curl.NAME).median());
  }

  private static String title(WorkResult result) {
    Work work = Works.named(result.work());
    return work.name() + ": " + work.title();
  }

  private static String target(WorkResult result) {
    Double target = Works.named(result.work()).target();
    return target == null ? "" : String.format(Locale.ROOT, "≤ %.1f", target);
  }

  private static String shown(OptionalDouble ratio) {
    return ratio.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble());
  }

  private static String megabytes(long bytes) {
    return Long.toString(Math.round(bytes / 1e6));
  }

  private static String table(List<String> head, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add("| " + String.join(" | ", head) + " |");
    lines.add("|" + " --- |".repeat(head.size()));
    rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
    return String.join("\n", lines);
  }
}
