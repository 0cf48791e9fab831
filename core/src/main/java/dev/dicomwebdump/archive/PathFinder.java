package dev.dicomwebdump.archive;

import java.nio.file.Path;

/**
 * Makes the file system's own paths of those of {@link Layout}. To make one of a long text costs
 * more than to add a name to a folder, and the files of a response lie in one folder, mostly that
 * of the response before: it is kept in mind. Safe for use by many threads at once.
 */
final class PathFinder {

  private final Path root;
  private volatile Folder last;

  private record Folder(String told, Path path) {}

  PathFinder(Path root) {
    this.root = root;
    this.last = new Folder("", root);
  }

  Path find(String path) {
    int end = path.lastIndexOf('/');
    return end <= 0 ? root.resolve(path) : folder(path, end).path.resolve(path.substring(end + 1));
  }

  private Folder folder(String path, int end) {
    Folder folder = last;
    if (folder.told.length() != end || !path.startsWith(folder.told)) {
      String told = path.substring(0, end);
      folder = new Folder(told, root.resolve(told));
      last = folder;
    }
    return folder;
  }
}
