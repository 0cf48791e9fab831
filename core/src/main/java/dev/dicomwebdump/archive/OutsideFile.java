package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that belong to no dump, and tell as much of patients: with the modes of dumps. */
public final class OutsideFile {

  private OutsideFile() {}

  /**
   * Writes a file through a temporary name beside it, in place of what is there.
   *
   * @throws OutputException when it cannot be written
   */
  public static void write(Path file, byte[] content, Permissions permissions) {
    Path temporary = Path.of(Layout.temporary(file.toString()));
    try {
      Files.deleteIfExists(temporary);
      Files.createFile(temporary, new Modes(permissions, file.getFileSystem()).file());
      Files.write(temporary, content);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new OutputException("cannot write " + file, e);
    }
  }
}
