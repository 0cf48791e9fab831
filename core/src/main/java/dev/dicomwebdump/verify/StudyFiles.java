package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RecordReader;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files of one study, or those of a dump that belong to none, to read. Paths are as in {@link
 * Layout}. Links are never followed: what lies behind one is not there. For one thread.
 */
final class StudyFiles {

  /** More than any record or summary needs; a larger file is neither. */
  private static final int MOST_BYTES = 1 << 27;

  private final Path folder;
  private final String name;
  private final @Nullable Uid study;
  private Path lastParent;

  /**
   * @param folder the study's folder, whatever its name
   */
  StudyFiles(Path folder, Uid study) {
    this(folder, Layout.studyFolder(study), study);
  }

  private StudyFiles(Path folder, String name, @Nullable Uid study) {
    this.folder = folder;
    this.name = name;
    this.study = study;
    this.lastParent = folder;
  }

  /**
   * Those of no study.
   *
   * @param folder the program's own folder in the dump
   */
  static StudyFiles ofNone(Path folder) {
    return new StudyFiles(folder, Layout.OWN_FOLDER, null);
  }

  /** Whether the folder looks like that of a study at all. */
  boolean areOfAStudy() {
    return isFile(Layout.filesOf(Resource.studyMetadata(study())).record())
        || isFile(Layout.sums(study()))
        || isFolder(Layout.seriesFolder(study()))
        || isFolder(Layout.searchFolder(study()));
  }

  /** The study that they are of; nobody asks where they are of none. */
  Uid study() {
    return Objects.requireNonNull(study, "these are of no study");
  }

  /** The folder as a path in the dump. */
  String name() {
    return name;
  }

  Path folder() {
    return folder;
  }

  boolean isFile(String path) {
    Path file = resolve(path);
    return isBelowFolders(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  boolean isFolder(String path) {
    Path file = resolve(path);
    return isBelowFolders(file) && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Opens a file; the caller closes it.
   *
   * @throws NoSuchFileException when there is no regular file
   */
  InputStream open(String path) throws IOException {
    if (!isFile(path)) {
      throw new NoSuchFileException(path);
    }
    return Files.newInputStream(resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** The content of a record or summary. */
  byte[] readSmall(String path) throws IOException {
    return readSmall(open(path));
  }

  /** The content of a record or summary, as {@link #readSmall(String)}; closes the stream. */
  static byte[] readSmall(InputStream content) throws IOException {
    try (content) {
      byte[] bytes = content.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("it is too large to be a record or summary");
      }
      return bytes;
    }
  }

  /** The record that lies there; null where none does, or it cannot be read. */
  @Nullable DumpRecord recordOrNull(String path) {
    try {
      return RecordReader.read(readSmall(path));
    } catch (IOException e) {
      return null; // Whoever checks the record itself tells why.
    }
  }

  /** Whether all between the study's folder and the file are folders, and none a link. */
  private boolean isBelowFolders(Path file) {
    Path parent = Objects.requireNonNull(file.getParent(), "a file lies in a folder");
    if (parent.equals(lastParent)) {
      return true;
    }
    if (!file.normalize().equals(file)) {
      return false;
    }
    Path at = folder;
    for (Path name : folder.relativize(parent)) {
      at = at.resolve(name);
      if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
    }
    lastParent = parent;
    return true;
  }

  /** A path as the file system's own, whether it is there or not. */
  Path resolve(String path) {
    return folder.resolve(path.substring(name.length() + 1));
  }
}
