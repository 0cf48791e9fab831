package dev.dicomwebdump.benchmarks.work;

import dev.dicomwebdump.benchmarks.site.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured: a study, the link over which it is had, and who takes part.
 *
 * @param connections how many requests may be in flight
 * @param selection what the dump is told of what to dump
 * @param field who takes part
 * @param target the most that our wall time may be of curl's; null where nothing is set
 */
public record Work(
    String name,
    String title,
    Study study,
    Link link,
    int connections,
    List<String> selection,
    Field field,
    @Nullable Double target) {

  /** Who takes part in a work. */
  public enum Field {
    /** All who can. */
    ALL,
    /** The program alone in a heap of 192 MB, once, its output on disk: there is too much of it. */
    SMALL_HEAP
  }

  /** The same over another link. */
  public Work over(Link other) {
    return new Work(name, title, study, other, connections, selection, field, target);
  }
}
