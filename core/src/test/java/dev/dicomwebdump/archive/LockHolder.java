package dev.dicomwebdump.archive;

import java.io.IOException;
import java.nio.file.Path;

/** A program that holds the lock of a folder until its input ends. */
final class LockHolder {

  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    ArchiveFolder folder =
        ArchiveFolder.open(Path.of(args[0]), Permissions.OWNER_ONLY, warning -> {});
    try (ArchiveLock lock = ArchiveLock.take(folder)) {
      System.out.println("holding " + (lock != null));
      System.in.read();
    }
  }
}
