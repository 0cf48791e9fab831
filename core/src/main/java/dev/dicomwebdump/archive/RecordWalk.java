package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * Reads the records below a folder. No link is followed, and a folder with a name that none in a
 * dump has is not looked into. What cannot be read is counted and named, and the walk goes on; what
 * has gone since it was listed is not there any more, and no matter. For one thread.
 *
 * @param <T> what is read of a record
 */
public final class RecordWalk<T> {

  /** Deeper than any folder of a dump lies. */
  private static final int DEEPEST = 16;

  private static final Comparator<Path> RECORDS_FIRST_BY_NAME =
      Comparator.<Path, Boolean>comparing(path -> !EntryFiles.isRecord(name(path)))
          .thenComparing(path -> name(path).length())
          .thenComparing(RecordWalk::name);

  private final Path root;
  private final Reader<T> reader;
  private final Visitor<T> visitor;
  private final UnreadTally unread;
  private final boolean sorted;

  /** Reads a record's file. */
  @FunctionalInterface
  public interface Reader<T> {

    /**
     * Reads it, and closes the stream.
     *
     * @throws FormatException when it is no record
     * @throws IOException when it cannot be read
     */
    T read(InputStream content) throws IOException;
  }

  /** Hears of each record that was read. */
  @FunctionalInterface
  public interface Visitor<T> {

    /**
     * Hears of one.
     *
     * @param path where it lies, relative to the root, with {@code /} between names
     * @return whether to go on
     */
    boolean visit(String path, T record);
  }

  /**
   * @param root what paths are relative to, links resolved
   * @param unread hears of all that cannot be read
   * @param sorted whether the records of a folder come first and by their names, numbers by their
   *     value, so that names are held in memory; else all comes in the file system's order
   */
  public RecordWalk(
      Path root, Reader<T> reader, Visitor<T> visitor, UnreadTally unread, boolean sorted) {
    this.root = root;
    this.reader = reader;
    this.visitor = visitor;
    this.unread = unread;
    this.sorted = sorted;
  }

  /** Walks over all that lies in a folder below the root, or in the root, if it is there. */
  public void walk(Path start) {
    look(start, 0);
  }

  private boolean look(Path path, int depth) {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      unread.add(pathOf(path), e);
      return true;
    }
    if (attributes.isDirectory()) {
      return folder(path, depth);
    }
    boolean named = EntryFiles.isRecord(name(path));
    if (attributes.isRegularFile()) {
      return !named || record(path);
    }
    if (named || Files.isDirectory(path)) {
      unread.add(pathOf(path), "is neither file nor folder, and was not followed");
    }
    return true;
  }

  private boolean folder(Path folder, int depth) {
    if (depth > DEEPEST) {
      unread.add(pathOf(folder), "lies too deep to be of a dump");
      return true;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : sorted ? sorted(entries) : entries) {
        if (mayBeOfADump(name(entry)) && !look(entry, depth + 1)) {
          return false;
        }
      }
    } catch (NoSuchFileException e) {
      return true;
    } catch (DirectoryIteratorException e) {
      unread.add(pathOf(folder), Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      unread.add(pathOf(folder), e);
    }
    return true;
  }

  private boolean record(Path file) {
    T record;
    try {
      record = reader.read(JsonFile.open(file));
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      unread.add(pathOf(file), e);
      return true;
    }
    return visitor.visit(pathOf(file), record);
  }

  /** Such as {@code .git} or {@code lost+found} are of others. */
  private static boolean mayBeOfADump(String name) {
    return name.startsWith("_") || EntryFiles.isRecord(name) || Uid.orNull(name) != null;
  }

  private static List<Path> sorted(Iterable<Path> entries) {
    List<Path> sorted = new ArrayList<>();
    entries.forEach(sorted::add);
    sorted.sort(RECORDS_FIRST_BY_NAME);
    return sorted;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private String pathOf(Path file) {
    if (file.equals(root)) {
      return ".";
    }
    StringJoiner path = new StringJoiner("/");
    root.relativize(file).forEach(name -> path.add(name.toString()));
    return path.toString();
  }
}
