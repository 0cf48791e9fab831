package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder of DICOM files outside the dump, {@code <study>/<series>/<sop>.dcm}, and nothing else:
 * files that are not whole lie in a hidden folder beside the studies, which goes away when this is
 * closed. What a run left there that was killed goes away when the next run into the same dump
 * opens the folder. Safe for use by many threads at once.
 */
public final class DicomFolder implements AutoCloseable {

  private static final String HIDDEN = ".dicomweb-dump-";

  private final ArchiveFolder files;
  private final String hidden;
  private final AtomicLong begun = new AtomicLong();

  private DicomFolder(ArchiveFolder files, String hidden) {
    this.files = files;
    this.hidden = hidden;
  }

  /**
   * Makes the folder where it is absent. The caller closes it.
   *
   * @param dump the folder of the dump whose files these are, which this run holds locked
   * @throws OutputException when it cannot be made or written
   */
  public static DicomFolder open(Path root, Path dump, Permissions permissions) {
    try {
      // Runs into several dumps may share the folder: each has hidden files of its own.
      byte[] owner = dump.toRealPath().toString().getBytes(StandardCharsets.UTF_8);
      String hidden = HIDDEN + Digest.of(owner).substring(0, 16);
      ArchiveFolder files = ArchiveFolder.outsideOfDumps(root, permissions);
      files.deleteAll(hidden);
      files.makeFolder(hidden);
      return new DicomFolder(files, hidden);
    } catch (IOException e) {
      throw new OutputException("cannot look at " + dump, e);
    }
  }

  /** Whether a folder is a dump's or lies in it, links followed, be they there yet or not. */
  public static boolean liesIn(Path folder, Path dump) {
    return real(folder).startsWith(real(dump));
  }

  private static Path real(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    try {
      return whole.toRealPath();
    } catch (IOException e) { // It is not there yet; where it would be follows from its parent.
      return parent == null ? whole : real(parent).resolve(whole.getFileName());
    }
  }

  /** The names of temporary files for the payloads of one response. */
  public EntryFiles temporaries() {
    return new EntryFiles(hidden + "/" + begun.incrementAndGet());
  }

  /** Where temporary files are written. */
  public ArchiveFolder files() {
    return files;
  }

  /** Whether an instance's file is there and has that length. */
  public boolean holds(Resource instance, long bytes) {
    FileState state = files.state(nameOf(instance));
    return state != null && state.bytes() == bytes;
  }

  /**
   * Gives a whole file its final name, in place of what has it.
   *
   * @param temporary a file among {@link #temporaries}
   * @param instance which instance it is
   */
  public void settle(String temporary, Resource instance) {
    files.place(temporary, nameOf(instance));
  }

  /** Deletes what is not whole. */
  @Override
  public void close() {
    files.deleteAll(hidden);
  }

  private static String nameOf(Resource instance) {
    return instance.requireStudy()
        + "/"
        + instance.requireSeries()
        + "/"
        + instance.requireInstance()
        + ".dcm";
  }
}
