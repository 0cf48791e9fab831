package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Walks over all that lies in a folder, the program's own files left out. Links are not followed.
 * Holds one open folder for each level, and no names.
 */
final class TreeWalk {

  static final String LEFT_OVER = "was left by a run that did not end in order";

  /** Deeper than any folder of a dump lies. */
  private static final int DEEPEST = 16;

  private final StudyFiles files;
  private final Visitor visitor;

  /** Hears of what there is. */
  interface Visitor {

    /** A regular file. */
    void file(String path);

    /** Something that cannot belong to a dump. */
    default void odd(String path, Finding.Kind kind, String message) {}

    /** A folder that cannot be read. */
    default void unreadable(String path, IOException e) {}
  }

  TreeWalk(StudyFiles files, Visitor visitor) {
    this.files = files;
    this.visitor = visitor;
  }

  void walk() {
    folder(files.folder(), files.name(), 0);
  }

  /** Walks over a folder in it alone, if there is one. */
  void walk(String path) {
    if (files.isFolder(path)) {
      folder(files.resolve(path), path, 1);
    }
  }

  private void folder(Path folder, String path, int depth) {
    if (depth > DEEPEST) {
      visitor.odd(path, Finding.Kind.STRAY, "lies too deep to be of a dump");
      return;
    }
    try {
      Listing.forEach(folder, entry -> entry(entry, path + "/" + entry.getFileName(), depth));
    } catch (IOException e) {
      visitor.unreadable(path, e);
    }
  }

  private void entry(Path entry, String path, int depth) {
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      folder(entry, path, depth + 1);
    } else if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
      visitor.odd(path, Finding.Kind.LINK, "is neither file nor folder, and was not followed");
    } else if (Layout.isTemporary(path)) {
      visitor.odd(path, Finding.Kind.LEFTOVER, LEFT_OVER);
    } else if (!isOwn(path)) {
      visitor.file(path);
    }
  }

  private boolean isOwn(String path) {
    return path.startsWith(files.name() + "/" + Layout.OWN_FOLDER + "/");
  }
}
