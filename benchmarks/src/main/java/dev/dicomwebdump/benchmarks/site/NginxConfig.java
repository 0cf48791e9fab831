package dev.dicomwebdump.benchmarks.site;

import dev.dicomwebdump.benchmarks.work.MultipartBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The configuration of nginx, from the templates beside this class. */
final class NginxConfig {

  private final Map<String, String> values = new HashMap<>();
  private final Path folder;

  NginxConfig(Path works, Path folder, Map<Link, Integer> ports) {
    this.folder = folder;
    values.put("works", works.toString());
    values.put("folder", folder.toString());
    values.put("boundary", MultipartBody.BOUNDARY);
    // Started as root, nginx would read the works as another user, who may not.
    values.put("user", System.getProperty("user.name").equals("root") ? "user root;" : "");
    ports.forEach((link, port) -> values.put(link.name(), port.toString()));
  }

  /** Writes it, and gives its main file. */
  Path write() throws IOException {
    write("resources.conf");
    return write("nginx.conf");
  }

  private Path write(String name) throws IOException {
    String text;
    try (InputStream in = NginxConfig.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the benchmark");
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return Files.writeString(folder.resolve(name), text);
  }
}
