package dev.dicomwebdump.crawl;

import dev.dicomwebdump.resource.Uid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A study that a search found.
 *
 * @param series how many series the server says it has; -1 when it does not say
 * @param instances how many instances the server says it has; -1 when it does not say
 * @param date its Study Date; null when none is told
 * @param modalities the modalities that are told, such as {@code CT}
 */
public record SearchedStudy(
    Uid study, long series, long instances, @Nullable LocalDate date, List<String> modalities)
    implements StudyEntry {

  public SearchedStudy {
    modalities = List.copyOf(modalities);
  }
}
