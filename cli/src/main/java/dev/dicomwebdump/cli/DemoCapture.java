package dev.dicomwebdump.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The bundled capture: two synthetic studies as an Orthanc gave them. {@code make demo-capture}.
 */
final class DemoCapture {

  /** A CT of a phantom, and a disc that moves in a multi-frame image. */
  static final List<String> STUDIES = List.of("2.999.20", "2.999.21");

  private static final String NAME = "demo.zip";

  private DemoCapture() {}

  /** Writes the files into a folder that is there and empty. */
  static void unpack(Path folder) throws IOException {
    try (ZipInputStream files = new ZipInputStream(open())) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        Path target = folder.resolve(file.getName());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(files, target);
      }
    }
  }

  private static InputStream open() {
    InputStream bundled = DemoCapture.class.getResourceAsStream(NAME);
    if (bundled == null) {
      throw new IllegalStateException("the program lacks its " + NAME);
    }
    return bundled;
  }
}
