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
 * The files of a dump, to read pictures from. Paths are as in {@link Layout}. A file that is a link
 * is not read.
 */
final class Capture {

  /** More than the record of any picture needs. */
  private static final int MOST_RECORD_BYTES = 1 << 24;

  private final Path folder;

  Capture(Path folder) {
    this.folder = folder;
  }

  /** Opens a file; the caller closes it. */
  InputStream open(String path) throws IOException {
    return Files.newInputStream(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
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
    try (Stream<Path> entries = Files.list(folder.resolve(path))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  /** The UIDs that name what lies in a folder, in their order. */
  List<Uid> uids(String path) throws IOException {
    return names(path).stream().map(Uid::orNull).filter(Objects::nonNull).toList();
  }
}
