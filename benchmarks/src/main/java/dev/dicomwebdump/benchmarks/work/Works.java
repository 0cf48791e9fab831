package dev.dicomwebdump.benchmarks.work;

import dev.dicomwebdump.benchmarks.site.Link;
import dev.dicomwebdump.benchmarks.work.Work.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The works, those of one study together. */
public final class Works {

  private static final List<String> PLAIN = List.of();
  private static final List<String> FILES = List.of("-i", "--only", "instances");
  private static final List<String> METADATA = List.of("--exclude", "frames");

  private static final List<Work> ALL =
      List.of(
          of("S", "10,000 frames of 32 KB", Studies.S, Link.HTTP, 8, PLAIN, 1.3),
          of("S-tls", "S over TLS, HTTP/1.1", Studies.S, Link.TLS, 8, PLAIN, 2.0),
          of("S-http2", "S over TLS, HTTP/2", Studies.S, Link.HTTP2, 8, PLAIN, 3.0),
          of("S-goaway", "GOAWAY each 1,000", Studies.S, Link.HTTP2_GOAWAY, 8, PLAIN, null),
          of("S-far", "S at 50 ms", Studies.S, Link.HTTP_FAR, 64, PLAIN, null),
          of("S-http2-far", "S at 50 ms, HTTP/2", Studies.S, Link.HTTP2_FAR, 64, PLAIN, null),
          of("M", "1,500 frames of 512 KB", Studies.M, Link.HTTP, 8, PLAIN, 1.3),
          of("L", "3 files of 1 GB", Studies.L, Link.HTTP, 3, FILES, 1.0),
          of("L-untold", "L, lengths untold", Studies.L_UNTOLD, Link.HTTP, 3, FILES, null),
          of("tenfold", "ten times S", Studies.TENFOLD, Link.HTTP, 8, PLAIN, 1.1),
          smallHeap("metadata", "100,000 instances, metadata", Studies.METADATA, METADATA),
          smallHeap("million", "1,000,000 frames", Studies.MILLION, PLAIN),
          of("orthanc", "400 frames, Orthanc", Studies.ORTHANC, Link.ORTHANC, 8, PLAIN, null),
          of("few", "40 frames: a trial", Studies.FEW, Link.HTTP, 8, PLAIN, null));

  private Works() {}

  /**
   * Those of the names, in the order in which they are made.
   *
   * @throws IllegalArgumentException where there is none of a name
   */
  public static List<Work> named(List<String> names) {
    List<Work> wanted = names.stream().map(Works::named).toList();
    return ALL.stream().filter(wanted::contains).toList();
  }

  /**
   * The one of that name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Work named(String name) {
    return ALL.stream()
        .filter(work -> work.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no work is named " + name));
  }

  /** The names of all. */
  public static List<String> names() {
    return ALL.stream().map(Work::name).toList();
  }

  private static Work of(
      String name,
      String title,
      Study study,
      Link link,
      int connections,
      List<String> selection,
      @Nullable Double target) {
    return new Work(name, title, study, link, connections, selection, Field.ALL, target);
  }

  private static Work smallHeap(String name, String title, Study study, List<String> selection) {
    return new Work(name, title, study, Link.HTTP, 8, selection, Field.SMALL_HEAP, null);
  }
}
