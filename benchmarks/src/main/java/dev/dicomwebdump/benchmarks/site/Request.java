package dev.dicomwebdump.benchmarks.site;

/**
 * What a server was asked for.
 *
 * @param path from the host on
 * @param accept the Accept header; empty where the server does not look at it
 */
public record Request(String path, String accept) {

  /** Of a line of the server's log: both, with a blank between them. */
  static Request of(String line) {
    int blank = line.indexOf(' ');
    return blank < 0
        ? new Request(line, "")
        : new Request(line.substring(0, blank), line.substring(blank + 1));
  }

  /** The same below a root that is known. */
  public Request below(String root) {
    return new Request(path.substring(root.length()), accept);
  }
}
