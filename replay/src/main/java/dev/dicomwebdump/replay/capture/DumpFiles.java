package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RecordReader;
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
 * The files of a dump, to read; paths are as in {@link Layout}. Records that were read lately are
 * remembered, so that the dump must not change. Safe for use by many threads at once.
 */
final class DumpFiles {

  private static final int REMEMBERED = 4096;

  /** Records of very many parts are read anew each time. */
  private static final int LARGEST_REMEMBERED = 1 << 16;

  private final Path folder;
  private final Recent<String, DumpRecord> records = new Recent<>(REMEMBERED);

  DumpFiles(Path folder) {
    this.folder = folder;
  }

  InputStream open(String path) throws IOException {
    return Files.newInputStream(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The record that lies there; null where none does.
   *
   * @throws IOException when it cannot be read, or is no record
   */
  @Nullable DumpRecord record(String path) throws IOException {
    DumpRecord known = records.get(path);
    if (known != null) {
      return known;
    }
    try (InputStream in = open(path)) {
      return read(path, in.readAllBytes());
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private DumpRecord read(String path, byte[] bytes) throws IOException {
    try {
      DumpRecord record = RecordReader.read(bytes);
      if (bytes.length <= LARGEST_REMEMBERED) {
        records.put(path, record);
      }
      return record;
    } catch (FormatException e) {
      throw new IOException(path + " is no record: " + e.getMessage(), e);
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

  /** The UIDs that name what lies in a folder. */
  List<Uid> uids(String path) throws IOException {
    return names(path).stream().map(Uid::orNull).filter(Objects::nonNull).toList();
  }

  /** The studies, in the order of their UIDs. */
  List<Uid> studies() throws IOException {
    return uids("").stream().filter(this::isStudy).sorted().toList();
  }

  boolean isFolder(String path) {
    return Files.isDirectory(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private boolean isStudy(Uid uid) {
    return isFolder(Layout.studyFolder(uid) + "/" + Layout.OWN_FOLDER)
        || isFolder(Layout.seriesFolder(uid))
        || Files.isRegularFile(folder.resolve(uid + "/metadata.dump.json"));
  }
}
