package dev.dicomwebdump.report.sheet;

import dev.dicomwebdump.report.DumpFigures;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures of some of the images of a dump, chosen evenly over its series. They are images of
 * patients. Immutable.
 *
 * @param tiles the pictures, by study, series, instance and frame
 * @param leftOut how many were chosen and are not shown, by why
 */
public record ContactSheet(List<Tile> tiles, Map<String, Integer> leftOut) {

  /** The most pictures. */
  public static final int MOST_TILES = 60;

  /** The most characters that all pictures have together. */
  static final int MOST_CHARACTERS = 3_000_000;

  public ContactSheet {
    tiles = List.copyOf(tiles);
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
  }

  /**
   * Draws the sheet of a dump. Nothing is written. What cannot be drawn is counted and no error.
   * Holds one frame at a time, of 64 MB at most.
   *
   * @param folder the dump's folder, or that of one study, under whatever name
   * @param dump what it holds
   * @throws IOException when folders cannot be read
   */
  public static ContactSheet of(Path folder, DumpFigures dump) throws IOException {
    Capture capture = new Capture(folder, studyOf(folder, dump));
    Drawing drawing = new Drawing(capture);
    List<Tile> tiles = new ArrayList<>();
    Map<String, Integer> leftOut = new TreeMap<>();
    int room = MOST_CHARACTERS;
    for (Subject subject : chosen(capture, leftOut)) {
      try {
        Tile tile = drawing.draw(subject, room);
        if (tile != null) {
          room -= tile.thumbnail().source().length();
          tiles.add(tile);
        }
      } catch (UndrawableException e) {
        leftOut.merge(e.reason(), 1, Integer::sum);
      }
    }
    return new ContactSheet(tiles, leftOut);
  }

  /** How many pictures were chosen and are not shown. */
  public int omitted() {
    return leftOut.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The study that lies in the folder itself; null where studies have folders below it. */
  private static @Nullable Uid studyOf(Path folder, DumpFigures dump) {
    return dump.listed().size() == 1 && Files.isDirectory(folder.resolve("series"))
        ? dump.listed().get(0).study()
        : null;
  }

  private static List<Subject> chosen(Capture capture, Map<String, Integer> leftOut) {
    try {
      return new Subjects(capture).chosen(MOST_TILES);
    } catch (IOException | UncheckedIOException e) {
      leftOut.merge("a folder that cannot be read", 1, Integer::sum);
      return List.of();
    }
  }
}
