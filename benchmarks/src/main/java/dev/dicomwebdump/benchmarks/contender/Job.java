package dev.dicomwebdump.benchmarks.contender;

import dev.dicomwebdump.benchmarks.site.Request;
import dev.dicomwebdump.benchmarks.work.Study.Content;
import dev.dicomwebdump.benchmarks.work.StudyMaker;
import dev.dicomwebdump.benchmarks.work.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One download to be made.
 *
 * @param root the WADO-RS root
 * @param authority the certificate to trust, as PEM
 * @param requests what a dump asks for, in its order: from `/studies` on
 * @param source the study's folder, of what is served
 * @param output where it goes; is not there yet
 * @param scratch a folder for lists of requests and the like
 */
public record Job(
    Work work,
    String root,
    Path authority,
    List<Request> requests,
    Path source,
    Path output,
    Path scratch) {

  private static final Pattern INSTANCE = Pattern.compile("(.*/instances/)([^/]+)");

  /** The paths of its requests. */
  public List<String> paths() {
    return requests.stream().map(Request::path).toList();
  }

  /** The file that is served for a path. */
  public Path served(String path) {
    boolean shared = work.study().content() == Content.SHARED_FRAME && path.contains("/frames/");
    return source.resolve(shared ? StudyMaker.SHARED_FRAME : file(path));
  }

  /** Where to ask for a path. */
  public String url(String path) {
    return root + path;
  }

  /** The file of a path's body, in the source as in the output: named as a dump names it. */
  static String file(String path) {
    String below = path.substring("/studies/".length());
    Matcher instance = INSTANCE.matcher(below);
    return instance.matches() ? below + "/_/" + instance.group(2) : below;
  }
}
