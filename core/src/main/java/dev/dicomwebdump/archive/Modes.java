package dev.dicomwebdump.archive;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The modes with which files and folders are made on one file system. Immutable. */
final class Modes {

  private static final String OWNER_FILE = "rw-------";
  private static final String OWNER_FOLDER = "rwx------";

  private final boolean ownerOnly;
  private final boolean posix;
  private final FileAttribute<?>[] file;
  private final FileAttribute<?>[] folder;

  Modes(Permissions permissions, FileSystem fileSystem) {
    ownerOnly = permissions == Permissions.OWNER_ONLY;
    posix = fileSystem.supportedFileAttributeViews().contains("posix");
    file = attributes(OWNER_FILE);
    folder = attributes(OWNER_FOLDER);
  }

  FileAttribute<?>[] file() {
    return file;
  }

  FileAttribute<?>[] folder() {
    return folder;
  }

  /**
   * Whether a file that was made with these modes is open to no more people than was asked for.
   * Some file systems take modes and forget them.
   */
  boolean heldBy(Path file) throws IOException {
    if (!ownerOnly) {
      return true;
    }
    return posix
        && PosixFilePermissions.fromString(OWNER_FILE)
            .containsAll(Files.getPosixFilePermissions(file));
  }

  private FileAttribute<?>[] attributes(String mode) {
    return ownerOnly && posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
