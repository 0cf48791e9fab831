package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Keeps a second run out of a dump's folder, in this process and in others. The lock ends with
 * {@link #close} or with the process; its file stays, and holds a mark while a run has not ended in
 * order.
 *
 * <p>POSIX gives up a process's lock when the process closes any channel to the file. So where two
 * runs in one process want the same folder, the second is refused, but other processes are no
 * longer kept out.
 */
public final class ArchiveLock implements AutoCloseable {

  private static final byte[] RUNNING = {'r', 'u', 'n', 'n', 'i', 'n', 'g', '\n'};

  private final Path file;
  private final FileChannel channel;
  private boolean lastEndedInOrder;

  private ArchiveLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock, or fails at once.
   *
   * @throws AlreadyLockedException when another run holds it
   * @throws OutputException when the file system cannot lock
   */
  public static ArchiveLock take(ArchiveFolder folder) {
    Path file = folder.resolve(Layout.lock());
    try {
      FileChannel channel = folder.openLock();
      ArchiveLock lock = new ArchiveLock(file, channel);
      if (!lock.isTaken()) {
        lock.close();
        throw new AlreadyLockedException(folder);
      }
      lock.mark();
      return lock;
    } catch (IOException e) {
      throw new OutputException("cannot lock " + file, e);
    }
  }

  /**
   * Whether a run writes into a dump's folder, or ended there without having written all it had to.
   *
   * @throws IOException when the folder cannot be read
   */
  public static boolean isMarked(Path folder) throws IOException {
    Path file = folder.resolve(Layout.lock());
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) > 0;
  }

  /** Whether the run that held the lock before ended in order; true where there was none. */
  public boolean lastEndedInOrder() {
    return lastEndedInOrder;
  }

  /** This run has written all it had to write. */
  public void endedInOrder() {
    try {
      channel.truncate(0);
    } catch (IOException e) {
      throw new OutputException("cannot write " + file, e);
    }
  }

  private void mark() throws IOException {
    lastEndedInOrder = channel.size() == 0;
    channel.write(ByteBuffer.wrap(RUNNING), 0);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new OutputException("cannot unlock " + file, e);
    }
  }

  private boolean isTaken() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // A lock is the process's, so another run in this one is told in this way.
      return false;
    } catch (IOException e) {
      close();
      throw e;
    }
  }
}
