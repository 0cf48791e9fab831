package dev.dicomwebdump.report.sheet;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RecordReader;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a dump, or of one study of it, to read pictures from. Paths are as in {@link
 * Layout}. A file that is a link is not read.
 */
final class Capture {

  /** More than the record of any picture needs. */
  private static final int MOST_RECORD_BYTES = 1 << 24;

  private final Path folder;
  private final @Nullable Uid only;

  /**
   * @param only the study that lies in the folder itself; null where studies have folders below it
   */
  Capture(Path folder, @Nullable Uid only) {
    this.folder = folder;
    this.only = only;
  }

  /** Opens a file; the caller closes it. */
  InputStream open(String path) throws IOException {
    return Files.newInputStream(folder.resolve(inFolder(path)), LinkOption.NOFOLLOW_LINKS);
  }

  /** A path relative to the folder. */
  String inFolder(String path) {
    return only == null ? path : path.substring(only.value().length() + 1);
  }

  /** The studies. */
  List<Uid> studies() throws IOException {
    return only == null ? uids(names(folder)) : List.of(only);
  }

  /**
   * The record of a resource that was had whole; null where there is none.
   *
   * @throws IOException when it cannot be read, or is no record
   */
  @Nullable DumpRecord whole(Resource resource) throws IOException {
    try (InputStream in = open(Layout.filesOf(resource).record())) {
      DumpRecord record = RecordReader.read(in.readNBytes(MOST_RECORD_BYTES));
      return record.outcome() == Outcome.COMPLETE && record.resource().equals(resource)
          ? record
          : null;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return null;
    }
  }

  /** The names in a folder; none when there is no such folder. */
  List<String> names(String path) throws IOException {
    return names(folder.resolve(inFolder(path)));
  }

  /** The UIDs that name what lies in a folder, in their order. */
  List<Uid> uids(String path) throws IOException {
    return uids(names(path));
  }

  private static List<Uid> uids(List<String> names) {
    return names.stream().map(Uid::orNull).filter(Objects::nonNull).toList();
  }

  private static List<String> names(Path place) throws IOException {
    try (Stream<Path> entries = Files.list(place)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }
}
