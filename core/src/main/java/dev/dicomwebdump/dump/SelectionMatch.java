package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Unmatched;
import dev.dicomwebdump.crawl.SeriesName;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells of what is named whether it is wanted, and remembers which words of the selection brought
 * something: over a whole run, since a series is of one study only. Safe for use by many threads at
 * once.
 */
final class SelectionMatch {

  private final Selection selection;
  private final Set<Uid> series = ConcurrentHashMap.newKeySet();
  private final Set<Uid> instances = ConcurrentHashMap.newKeySet();
  private final Set<String> modalities = ConcurrentHashMap.newKeySet();

  SelectionMatch(Selection selection) {
    this.selection = selection;
  }

  /** Whether a series is among those that are wanted. */
  boolean wants(SeriesName named) {
    String modality = named.modality();
    boolean wanted =
        (selection.series().isEmpty() || selection.series().contains(named.series()))
            && (selection.modalities().isEmpty()
                || (modality != null && selection.modalities().contains(modality)));
    if (wanted && !selection.series().isEmpty()) {
      series.add(named.series());
    }
    if (wanted && modality != null && !selection.modalities().isEmpty()) {
      modalities.add(modality);
    }
    return wanted;
  }

  /** Whether an instance is among those that are wanted. */
  boolean wants(Uid instance) {
    boolean named = selection.instances().contains(instance);
    if (named) {
      instances.add(instance);
    }
    return named || selection.instances().isEmpty();
  }

  /**
   * What brought nothing so far, in order. Where nothing is wanted that series or instances must be
   * known for, nothing is told of them.
   */
  List<Unmatched> unmatched() {
    boolean walked = !selection.namesBySearch();
    List<Unmatched> unmatched = new ArrayList<>();
    if (walked || selection.wantsSeries()) {
      addRest("series", selection.series(), series, unmatched);
      addRest("modality", selection.modalities(), modalities, unmatched);
    }
    if (walked || selection.wantsInstances()) {
      addRest("instance", selection.instances(), instances, unmatched);
    }
    return unmatched;
  }

  private static <T> void addRest(
      String option, Collection<T> wanted, Set<T> met, List<Unmatched> into) {
    wanted.stream()
        .filter(word -> !met.contains(word))
        .map(word -> new Unmatched(option, word.toString()))
        .sorted((a, b) -> a.value().compareTo(b.value()))
        .forEach(into::add);
  }
}
