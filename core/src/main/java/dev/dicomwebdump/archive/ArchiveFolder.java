package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a dump, and the only one who writes into it. Paths are those of {@link Layout};
 * folders between are made when a file needs them. Whatever cannot be written is an {@link
 * OutputException} that names the file. Safe for use by many threads at once, on different files;
 * an interrupt of a thread that writes breaks its file, so that they are to be threads that nobody
 * else has.
 */
public final class ArchiveFolder {

  private static final Set<OpenOption> ANEW =
      Set.of(
          StandardOpenOption.WRITE,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING);

  private static final Set<OpenOption> NAMELESS =
      Set.of(
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.DELETE_ON_CLOSE);

  private final Path root;
  private final PathFinder paths;
  private final Modes modes;
  private boolean caseIgnored;

  private ArchiveFolder(Path root, Modes modes) {
    this.root = root;
    this.paths = new PathFinder(root);
    this.modes = modes;
  }

  /**
   * Makes the folder where it is absent, and writes and deletes a small file to see that it can be
   * written. A folder that is there keeps its modes.
   *
   * @param warnings hears, once, when the file system does not keep the modes that were asked for
   * @throws OutputException when the folder cannot be made or written
   */
  public static ArchiveFolder open(Path root, Permissions permissions, Consumer<String> warnings) {
    ArchiveFolder folder = new ArchiveFolder(root, new Modes(permissions, root.getFileSystem()));
    try {
      folder.probe(warnings);
    } catch (IOException e) {
      throw new OutputException("cannot write into " + root, e);
    }
    return folder;
  }

  /** A folder that is no dump's, to which nothing is done yet. */
  static ArchiveFolder outsideOfDumps(Path root, Permissions permissions) {
    return new ArchiveFolder(root, new Modes(permissions, root.getFileSystem()));
  }

  /** Whether the file system takes names that differ in case only for one. */
  public boolean ignoresCase() {
    return caseIgnored;
  }

  /** Begins a file under a temporary name. The caller closes it. */
  public PendingFile create(String path) {
    return new PendingFile(this, path);
  }

  /** Writes a file at once under its final name, in place of what is there. */
  public void write(String path, byte[] content) {
    Path file = resolve(path);
    try (OutputStream out = openAnew(file)) {
      out.write(content);
    } catch (IOException e) {
      throw new OutputException("cannot write " + file, e);
    }
  }

  /** Writes a file through a temporary name, so that readers see the old one or the new one. */
  public void replace(String path, byte[] content) {
    try (PendingFile file = create(path)) {
      file.write(content, 0, content.length);
      file.moveTo(path);
    }
  }

  /**
   * Opens a file to read it. The caller closes the stream.
   *
   * @throws IOException when it cannot be opened
   */
  public InputStream read(String path) throws IOException {
    return Files.newInputStream(resolve(path));
  }

  /**
   * The whole content of a small file; null when it is not there.
   *
   * @throws OutputException when it is there and cannot be read
   */
  public byte @Nullable [] readWhole(String path) {
    Path file = resolve(path);
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new OutputException("cannot read " + file, e);
    }
  }

  /**
   * What the file system says of a file; null when it is no regular file, or not there.
   *
   * @throws OutputException when it cannot be told
   */
  public @Nullable FileState state(String path) {
    Path file = resolve(path);
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile()
          ? new FileState(attributes.size(), attributes.lastModifiedTime().toInstant())
          : null;
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new OutputException("cannot look at " + file, e);
    }
  }

  /** Gives a file another name in the same folder tree, in place of what has it. */
  public void rename(String from, String to) {
    move(resolve(from), resolve(to));
  }

  /** Writes a copy of a file through a temporary name, in place of what is there. */
  public void copy(String from, String to) {
    Path temporary = resolve(Layout.temporary(to));
    try {
      Files.copy(resolve(from), temporary, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new OutputException("cannot copy " + resolve(from) + " to " + temporary, e);
    }
    move(temporary, resolve(to));
  }

  /** Gives a file another name, in any folder, in place of what has it. */
  void place(String from, String to) {
    Path target = resolve(to);
    makeFolderOf(target);
    move(resolve(from), target);
  }

  /**
   * Gives a file another name, in any folder, unless something has it.
   *
   * @return whether the file has the name now
   */
  public synchronized boolean moveIfFree(String from, String to) {
    Path target = resolve(to);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    makeFolderOf(target);
    move(resolve(from), target);
    return true;
  }

  /** Makes a folder, and those that it lies in, where they are not there. */
  void makeFolder(String path) {
    makeFolderOf(resolve(path).resolve("any"));
  }

  private void makeFolderOf(Path file) {
    try {
      Files.createDirectories(file.getParent(), modes.folder());
    } catch (IOException e) {
      throw new OutputException("cannot make the folder of " + file, e);
    }
  }

  /**
   * The digest of a file, which is not read where there is none.
   *
   * @throws OutputException when it cannot be read
   */
  public ContentDigest digest(String path, DigestKind kind) {
    try (InputStream in = read(path)) {
      return Digest.of(kind, in);
    } catch (IOException e) {
      throw new OutputException("cannot read " + resolve(path), e);
    }
  }

  /**
   * Whether two files are the same to the byte.
   *
   * @throws OutputException when one cannot be read
   */
  public boolean areSame(String one, String other) {
    try {
      return Files.mismatch(resolve(one), resolve(other)) < 0;
    } catch (IOException e) {
      throw new OutputException("cannot compare " + resolve(one) + " with " + resolve(other), e);
    }
  }

  /** The names in a folder that are wanted, in no order; none when it is not there. */
  public List<String> names(String path, Predicate<String> wanted) {
    Path folder = resolve(path);
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).filter(wanted).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new OutputException("cannot read " + folder, e);
    } catch (UncheckedIOException e) {
      throw new OutputException("cannot read " + folder, Objects.requireNonNull(e.getCause()));
    }
  }

  /** Deletes all that lies in a study's folder, and the folder; links are not followed. */
  public void deleteStudy(Uid study) {
    deleteBelow(Layout.studyFolder(study), path -> true);
  }

  /** Deletes a folder with all that lies in it, where it is there; links are not followed. */
  public void deleteAll(String below) {
    if (Files.exists(resolve(below), LinkOption.NOFOLLOW_LINKS)) {
      deleteBelow(below, path -> true);
    }
  }

  /** Deletes what a run that did not end in order left of a study under temporary names. */
  public void deleteTemporaries(Uid study) {
    deleteTemporariesBelow(Layout.studyFolder(study));
  }

  /**
   * Deletes what a run that did not end in order left under temporary names, outside of studies.
   */
  public void deleteTemporaries() {
    deleteTemporariesBelow(Layout.OWN_FOLDER);
  }

  private void deleteTemporariesBelow(String below) {
    deleteBelow(below, path -> Layout.isTemporary(path.toString()) && Files.isRegularFile(path));
  }

  private void deleteBelow(String below, Predicate<Path> condition) {
    Path folder = resolve(below);
    // Folders after what is in them, so that they are empty when their turn comes.
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(condition).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new OutputException("cannot delete " + folder, e);
    } catch (UncheckedIOException e) {
      throw new OutputException("cannot delete " + folder, Objects.requireNonNull(e.getCause()));
    }
  }

  /** Deletes a file; one that is not there is no error. */
  public void delete(String path) {
    Path file = resolve(path);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new OutputException("cannot delete " + file, e);
    }
  }

  /** Whether a run on a study has not ended in order: its sums were begun, and not finished. */
  public boolean isUnfinished(Uid study) {
    return state(Layout.temporary(Layout.sums(study))) != null;
  }

  /** The studies that have a summary in this folder, in the order of their UIDs. */
  public List<Uid> studies() {
    try (Stream<Path> entries = Files.list(root)) {
      return entries
          .map(entry -> Uid.orNull(String.valueOf(entry.getFileName())))
          .filter(Objects::nonNull)
          .filter(study -> state(Layout.summary(study)) != null)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new OutputException("cannot read " + root, e);
    } catch (UncheckedIOException e) {
      throw new OutputException("cannot read " + root, Objects.requireNonNull(e.getCause()));
    }
  }

  /** A path of {@link Layout} as the file system's own. */
  public Path resolve(String path) {
    return paths.find(path);
  }

  /** The folder itself. */
  @Override
  public String toString() {
    return root.toString();
  }

  /**
   * Opens a file to write it from its beginning. Most files go where others are already, so the
   * folder is made only when it turns out to be missing: a frame costs no look at its folder.
   */
  OutputStream openAnew(Path file) throws IOException {
    try {
      return openInFolder(file);
    } catch (NoSuchFileException e) {
      Files.createDirectories(file.getParent(), modes.folder());
      return openInFolder(file);
    }
  }

  /** A file that is there already has its modes, and is written over. */
  private OutputStream openInFolder(Path file) throws IOException {
    return Channels.newOutputStream(Files.newByteChannel(file, ANEW, modes.file()));
  }

  /**
   * Opens a file to write and read it that has no name as soon as it is open, and is gone when it
   * is closed or the process ends; some file systems keep the name until then. The caller closes
   * it.
   */
  public FileChannel openNameless() throws IOException {
    Path name = resolve(Layout.OWN_FOLDER + "/" + Layout.temporary("held" + System.nanoTime()));
    return FileChannel.open(name, NAMELESS, modes.file());
  }

  /** Opens the file of the lock, whatever is in it. */
  FileChannel openLock() throws IOException {
    return FileChannel.open(
        resolve(Layout.lock()),
        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE),
        modes.file());
  }

  void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new OutputException("cannot move " + from + " to " + to, e);
    }
  }

  private void probe(Consumer<String> warnings) throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new IOException("it is not a folder");
    }
    Path own = resolve(Layout.OWN_FOLDER);
    if (!Files.isDirectory(own)) {
      Files.createDirectories(own, modes.folder());
    }
    // Not a random name: it takes Java longer to get ready to draw one than all else that begins.
    Path probe = own.resolve(Layout.temporary("probe" + System.nanoTime()));
    try {
      Files.createFile(probe, modes.file());
      Files.write(probe, new byte[1]);
      Path otherCase = own.resolve(probe.getFileName().toString().toUpperCase(Locale.ROOT));
      caseIgnored = Files.exists(otherCase);
      if (!modes.heldBy(probe)) {
        warnings.accept("the file system of " + root + " keeps no modes: others may read the dump");
      }
    } finally {
      Files.deleteIfExists(probe); // A run that tidies up may have been faster.
    }
  }
}
