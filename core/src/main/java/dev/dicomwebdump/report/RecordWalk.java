package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.EntryFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the records below a folder, in the file system's order. Links are not followed. Holds
 * one open folder for each level, and no names.
 */
final class RecordWalk extends SimpleFileVisitor<Path> {

  /** Deeper than any folder of a dump lies. */
  private static final int DEEPEST = 16;

  private final Path root;
  private final Visitor visitor;

  /** Hears of what there is; paths are relative to the root. */
  interface Visitor {

    /** A record. */
    void record(String path, Path file);

    /** Something that cannot be read. */
    void unreadable(String path, IOException e);
  }

  /**
   * @param root what paths are told relative to
   */
  RecordWalk(Path root, Visitor visitor) {
    this.root = root;
    this.visitor = visitor;
  }

  /** Walks over all that lies in a folder below the root, or in the root. */
  void walk(Path folder) throws IOException {
    Files.walkFileTree(folder, Set.of(), DEEPEST, this);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() && EntryFiles.isRecord(file.toString())) {
      visitor.record(pathOf(file), file);
    }
    return FileVisitResult.CONTINUE;
  }

  /** What has gone since it was listed is not there any more, and no matter. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    if (!(e instanceof NoSuchFileException)) {
      visitor.unreadable(pathOf(file), e);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    if (e != null) {
      visitor.unreadable(pathOf(folder), e);
    }
    return FileVisitResult.CONTINUE;
  }

  private String pathOf(Path file) {
    StringJoiner path = new StringJoiner("/");
    root.relativize(file).forEach(name -> path.add(name.toString()));
    return path.toString();
  }
}
