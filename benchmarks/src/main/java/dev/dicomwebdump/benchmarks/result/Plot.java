package dev.dicomwebdump.benchmarks.result;

import dev.dicomwebdump.benchmarks.contender.Curl;
import dev.dicomwebdump.benchmarks.contender.Dump;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Results as an SVG: a line for each work, a dot for each contender where its wall time is as a
 * multiple of curl's, with its least and most.
 */
public final class Plot {

  private static final int LEFT = 190;
  private static final int WIDTH = 560;
  private static final int TOP = 70;
  private static final int LINE = 34;
  private static final double LEAST = 0.25;
  private static final double MOST = 32;
  private static final List<String> COLOURS =
      List.of("#8c8c8c", "#1f77b4", "#17becf", "#2ca02c", "#bcbd22", "#9467bd");
  private static final String OURS = "#d62728";

  private final List<WorkResult> works;
  private final List<String> contenders;
  private final StringBuilder svg = new StringBuilder();

  /** Of those works in which curl took part. */
  public Plot(Results results) {
    works = results.works().stream().filter(work -> work.has(Curl.NAME)).toList();
    contenders =
        works.stream().flatMap(work -> work.contenders().keySet().stream()).distinct().toList();
  }

  /** The whole document. */
  public String svg() {
    int height = TOP + works.size() * LINE + 40;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
        LEFT + WIDTH + 30, height);
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    legend();
    axis();
    for (int i = 0; i < works.size(); i++) {
      work(works.get(i), TOP + i * LINE + LINE / 2);
    }
    add("</svg>");
    return svg.toString();
  }

  private void legend() {
    for (int i = 0; i < contenders.size(); i++) {
      int x = 16 + i % 4 * 190;
      int y = 18 + i / 4 * 18;
      add("<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"%s\"/>", x, y, colour(contenders.get(i)));
      add("<text x=\"%d\" y=\"%d\">%s</text>", x + 10, y + 4, contenders.get(i));
    }
  }

  private void axis() {
    int bottom = TOP + works.size() * LINE;
    for (double at = LEAST; at <= MOST; at *= 2) {
      add(
          "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"%4$s\"/>",
          x(at), TOP, bottom, at == 1 ? "#888" : "#ddd");
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          x(at), bottom + 16, at < 1 ? Double.toString(at) : Integer.toString((int) at));
    }
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">wall time as a multiple of curl -Z: less is better</text>",
        LEFT + WIDTH / 2, bottom + 33);
  }

  private void work(WorkResult work, int y) {
    add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 12, y + 4, work.work());
    double curl = work.wall(Curl.NAME).median();
    List<String> present = new ArrayList<>(contenders);
    present.removeIf(name -> !work.has(name));
    for (String name : present) {
      Spread wall = work.wall(name);
      add(
          "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"%4$s\" stroke-width=\"2\"/>",
          x(wall.least() / curl), x(wall.most() / curl), y, colour(name));
      add(
          "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" fill=\"%s\"><title>%s: %s s</title></circle>",
          x(wall.median() / curl), y, colour(name), name, wall.inSeconds());
    }
  }

  private String colour(String contender) {
    return contender.startsWith(Dump.NAME)
        ? OURS
        : COLOURS.get(contenders.indexOf(contender) % COLOURS.size());
  }

  /** What is beyond the axis is shown at its end. */
  private static double x(double ratio) {
    double within = Math.min(MOST, Math.max(LEAST, ratio));
    return LEFT + WIDTH * Math.log(within / LEAST) / Math.log(MOST / LEAST);
  }

  private void add(String line, Object... values) {
    svg.append(String.format(Locale.ROOT, line, values)).append('\n');
  }
}
