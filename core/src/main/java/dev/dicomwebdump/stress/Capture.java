package dev.dicomwebdump.stress;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RecordReader;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The records below a folder, in the order of their names: numbers by their value. Links are not
 * followed, and what is no record is passed over.
 *
 * @param folder a dump, or the folder of one of its studies
 */
record Capture(Path folder) {

  private static final Comparator<Path> BY_NAME =
      Comparator.<Path>comparingInt(path -> name(path).length()).thenComparing(Capture::name);

  /**
   * Shows the records one by one.
   *
   * @param visitor takes a record and its file; says whether to go on
   * @throws CannotStressException when the folder cannot be read
   */
  void forEach(BiPredicate<DumpRecord, Path> visitor) {
    try {
      visit(folder, visitor);
    } catch (IOException e) {
      throw new CannotStressException(
          String.valueOf(new OutputException("no dump: cannot read " + folder, e).getMessage()),
          false);
    }
  }

  private static boolean visit(Path folder, BiPredicate<DumpRecord, Path> visitor)
      throws IOException {
    for (Path path : sorted(folder)) {
      boolean goOn =
          Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
              ? visit(path, visitor)
              : see(path, visitor);
      if (!goOn) {
        return false;
      }
    }
    return true;
  }

  /** Files before folders, so that metadata comes before what it names. */
  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> !name(path).equals(Layout.OWN_FOLDER))
          .sorted(Comparator.<Path, Boolean>comparing(Files::isDirectory).thenComparing(BY_NAME))
          .toList();
    }
  }

  private static boolean see(Path file, BiPredicate<DumpRecord, Path> visitor) throws IOException {
    if (!EntryFiles.isRecord(name(file)) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    DumpRecord record;
    try {
      record = RecordReader.read(Files.readAllBytes(file));
    } catch (FormatException e) {
      return true; // What does not parse is no record.
    }
    return visitor.test(record, file);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
