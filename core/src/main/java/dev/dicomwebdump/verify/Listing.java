package dev.dicomwebdump.verify;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/** Lists what is in a folder, in the file system's order, without holding it. */
final class Listing {

  private Listing() {}

  static void forEach(Path folder, Consumer<Path> visitor) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(visitor);
    } catch (DirectoryIteratorException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }
}
