package dev.dicomwebdump.benchmarks.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the trials were run: figures of different machines cannot be compared, their ratios only
 * roughly.
 *
 * @param versions of the programs, by name
 */
public record Machine(
    String processor, int cores, String memory, String system, Map<String, String> versions) {

  private static final Map<String, List<String>> VERSION_COMMANDS =
      Map.of(
          "nginx", List.of("/usr/sbin/nginx", "-v"),
          "Orthanc", List.of("/usr/sbin/Orthanc", "--version"),
          "curl", List.of("curl", "--version"),
          "wget2", List.of("wget2", "--version"),
          "aria2c", List.of("aria2c", "--version"),
          "node", List.of("node", "--version"));

  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");

  /** This one. On other systems than Linux, what it does not tell is empty. */
  public static Machine ofHere() throws IOException {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Java", System.getProperty("java.runtime.version", ""));
    for (var command :
        VERSION_COMMANDS.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      versions.put(command.getKey(), version(command.getValue()));
    }
    return new Machine(
        field("/proc/cpuinfo", "model name"),
        Runtime.getRuntime().availableProcessors(),
        field("/proc/meminfo", "MemTotal"),
        field("/etc/os-release", "PRETTY_NAME").replace("\"", "")
            + ", Linux "
            + System.getProperty("os.version", "").replaceFirst("-.*", ""),
        versions);
  }

  private static String field(String file, String name) throws IOException {
    if (!Files.isReadable(Path.of(file))) {
      return "";
    }
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replaceFirst("^\\s*[:=]\\s*", ""))
        .findFirst()
        .orElse("");
  }

  private static String version(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher number = VERSION.matcher(text);
      return number.find() ? number.group() : text.strip();
    } catch (IOException e) {
      return "not installed";
    }
  }
}
