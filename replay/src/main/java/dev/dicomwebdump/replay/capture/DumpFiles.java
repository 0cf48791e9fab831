package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.ExactBody;
import dev.dicomwebdump.archive.JsonFile;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RecordReader;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
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
 * The files of a dump, to read; paths are as in {@link Layout}. No link is followed. Records that
 * were read lately are remembered, so that the dump must not change. Safe for use by many threads
 * at once.
 */
final class DumpFiles {

  private static final int REMEMBERED = 4096;

  /** Records of very many parts are read anew each time. */
  private static final int LARGEST_REMEMBERED = 1 << 16;

  private final Path folder;
  private final UnreadLines unread;
  private final Recent<String, DumpRecord> records = new Recent<>(REMEMBERED);

  /**
   * @param folder the dump, links resolved
   * @param unread hears of records and folders that cannot be read
   */
  DumpFiles(Path folder, UnreadLines unread) {
    this.folder = folder;
    this.unread = unread;
  }

  /**
   * Opens a file; the caller closes it.
   *
   * @throws IOException when it is not there, is a link or behind one, or cannot be read; the
   *     message names it within the dump
   */
  InputStream open(String path) throws IOException {
    try {
      return Files.newInputStream(resolve(path), LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      NoSuchFileException told = new NoSuchFileException(path, null, "the dump lacks this file");
      told.initCause(e);
      throw told;
    } catch (FileSystemException e) {
      throw new IOException(path + " " + Unread.why(e), e);
    }
  }

  /**
   * The record that lies there; null where none does.
   *
   * @throws IOException when it cannot be read, or is no record
   */
  @Nullable DumpRecord record(String path) throws IOException {
    try {
      return read(path);
    } catch (IOException e) {
      throw new IOException(path + " " + Unread.why(e), e);
    }
  }

  /** The record that lies there; null where there is none, or it cannot be read: that is said. */
  @Nullable DumpRecord recordOrNull(String path) {
    try {
      return read(path);
    } catch (IOException e) {
      return null;
    }
  }

  private @Nullable DumpRecord read(String path) throws IOException {
    DumpRecord known = records.get(path);
    if (known != null) {
      return known;
    }
    try (InputStream in = JsonFile.open(resolve(path))) {
      byte[] bytes = in.readAllBytes();
      DumpRecord record = RecordReader.read(bytes);
      if (bytes.length <= LARGEST_REMEMBERED) {
        records.put(path, record);
      }
      return record;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      unread.say(path, e);
      throw e;
    }
  }

  /**
   * What was kept of a response, content coding included; nothing where nothing was. Where a file
   * holds it the record is not held.
   *
   * @param place the files of the record
   */
  Content body(DumpRecord record, EntryFiles place) {
    StoredBody body = record.body();
    if (body == null || !record.isBodyKept()) {
      return Content.of(Objects.requireNonNullElse(record.errorText(), ""));
    }
    if (body.file() == null) {
      return Content.of(body.bytes(), () -> ExactBody.open(place, record, this::open));
    }
    String file = place.named(body.file());
    return Content.of(body.bytes(), () -> open(file));
  }

  /** What came of each exchange of a record that lies where its resource belongs. */
  ExchangeAnswers exchanges(DumpRecord record) {
    return new ExchangeAnswers(this, record, Layout.filesOf(record.resource()));
  }

  /** The names in a folder; none when there is no such folder. */
  List<String> names(String path) throws IOException {
    Path place = folder.resolve(path);
    try (Stream<Path> entries = Files.list(behindNoLink(place))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (FileSystemException e) {
      unread.say(path, e);
      throw new IOException("the folder " + place + " cannot be read", e);
    }
  }

  /**
   * The names in a folder; none when there is no such folder, or it cannot be read: that is said.
   */
  List<String> namesOrNone(String path) {
    try {
      return names(path);
    } catch (IOException e) {
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

  /** Says of what may be a study, and is not seen as one, why it cannot be read. */
  void sayOfOthers() throws IOException {
    uids("").stream().filter(uid -> !isStudy(uid)).map(Uid::value).forEach(this::namesOrNone);
  }

  boolean isFolder(String path) {
    return Files.isDirectory(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  boolean isFile(String path) {
    return Files.isRegularFile(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private boolean isStudy(Uid uid) {
    return isFolder(Layout.studyFolder(uid))
        && (isFolder(Layout.studyFolder(uid) + "/" + Layout.OWN_FOLDER)
            || isFolder(Layout.seriesFolder(uid))
            || isFile(Layout.filesOf(Resource.studyMetadata(uid)).record()));
  }

  private Path resolve(String path) throws FileSystemException {
    Path file = folder.resolve(path);
    behindNoLink(Objects.requireNonNull(file.getParent(), "a file lies in a folder"));
    return file;
  }

  /** The same folder, if neither it nor one that it lies in is a link. */
  private Path behindNoLink(Path place) throws FileSystemException {
    for (Path at = place; at != null && !at.equals(folder); at = at.getParent()) {
      if (Files.isSymbolicLink(at)) {
        throw new FileSystemException(at.toString(), null, "a link is not followed");
      }
    }
    return place;
  }
}
