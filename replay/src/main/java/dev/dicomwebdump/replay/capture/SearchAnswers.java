package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What searches find that were not recorded: entries made of the recorded metadata. */
final class SearchAnswers {

  /** Studies whose entries are remembered, since each takes reading all of its metadata. */
  private static final int REMEMBERED = 1000;

  /** There may be many series in one. */
  private static final int STUDIES_WITH_SERIES = 100;

  private final DumpFiles files;
  private final HeldMetadata held;
  private final Recent<String, Map<String, ScannedDataset.Attribute>> studies =
      new Recent<>(REMEMBERED);

  /** The entries of the series of a study, by their UIDs. */
  private final Recent<String, Map<String, Map<String, ScannedDataset.Attribute>>> series =
      new Recent<>(STUDIES_WITH_SERIES);

  SearchAnswers(DumpFiles files, HeldMetadata held) {
    this.files = files;
    this.held = held;
  }

  /**
   * What a search finds.
   *
   * @param root the root URL as the client sees it
   * @return null when there is no metadata to search in
   */
  @Nullable Answer search(Resource search, Matching matching, String root) throws IOException {
    FoundEntries found = new FoundEntries(matching);
    Uid study = search.study();
    boolean any =
        study == null
            ? inAll(search.kind(), found, matching, root)
            : search.kind() == ResourceKind.SERIES_SEARCH
                ? series(study, Tags.OF_SERIES, found, matching, root)
                : instances(study, search.series(), Tags.OF_INSTANCES, found, matching, root);
    if (!any) {
      return null;
    }
    byte[] json = found.json();
    return Answer.derived(
        "application/dicom+json", Content.of(json.length, () -> new ByteArrayInputStream(json)));
  }

  /** Entries of all studies tell of their studies too, those of instances of their series. */
  private boolean inAll(ResourceKind kind, FoundEntries found, Matching matching, String root)
      throws IOException {
    List<String> ofSeries = both(Tags.OF_STUDIES, Tags.OF_SERIES);
    String uid = matching.wanted(Tags.STUDY_UID);
    for (Uid study : files.studies()) {
      boolean mayFit = uid == null || uid.contains(study.value()) || uid.contains("*");
      if (mayFit && !found.isFull()) {
        switch (kind) {
          case STUDIES_SEARCH -> study(study, found, matching, root);
          case SERIES_SEARCH -> series(study, ofSeries, found, matching, root);
          default ->
              instances(study, null, both(ofSeries, Tags.OF_INSTANCES), found, matching, root);
        }
      }
    }
    return true;
  }

  private void study(Uid study, FoundEntries found, Matching matching, String root)
      throws IOException {
    Map<String, ScannedDataset.Attribute> entry = study(study, matching.tags());
    if (!entry.isEmpty()) {
      found.add(withUrl(entry, root + "/studies/" + study));
    }
  }

  private Map<String, ScannedDataset.Attribute> study(Uid study, List<String> more)
      throws IOException {
    Set<String> tags = tags(Tags.OF_STUDIES, more);
    String key = study + " " + new TreeSet<>(tags);
    Map<String, ScannedDataset.Attribute> known = studies.get(key);
    if (known == null) {
      known = readStudy(study, tags);
      studies.put(key, known);
    }
    return known;
  }

  private Map<String, ScannedDataset.Attribute> readStudy(Uid study, Set<String> tags)
      throws IOException {
    Map<String, ScannedDataset.Attribute> entry = new HashMap<>();
    Set<String> seriesUids = new HashSet<>();
    Set<String> modalities = new TreeSet<>();
    long[] instances = {0};
    held.read(
        study,
        null,
        plus(tags, Tags.SERIES_UID, Tags.MODALITY),
        dataset -> {
          instances[0]++;
          seriesUids.add(dataset.first(Tags.SERIES_UID));
          modalities.add(dataset.first(Tags.MODALITY));
          keep(tags, dataset).forEach(entry::putIfAbsent);
          return true;
        });
    if (instances[0] > 0) {
      modalities.remove("");
      entry.put(Tags.MODALITIES_IN_STUDY, texts("CS", modalities));
      entry.put(Tags.SERIES_IN_STUDY, number(seriesUids.size()));
      entry.put(Tags.INSTANCES_IN_STUDY, number(instances[0]));
    }
    return entry;
  }

  private boolean series(
      Uid study, List<String> usual, FoundEntries found, Matching matching, String root)
      throws IOException {
    Set<String> tags = tags(usual, matching.tags());
    String key = study + " " + new TreeSet<>(tags);
    Map<String, Map<String, ScannedDataset.Attribute>> entries = series.get(key);
    if (entries == null) {
      entries = readSeries(study, tags);
      series.put(key, entries);
    }
    entries.forEach(
        (uid, entry) -> found.add(withUrl(entry, root + "/studies/" + study + "/series/" + uid)));
    return !entries.isEmpty();
  }

  private Map<String, Map<String, ScannedDataset.Attribute>> readSeries(Uid study, Set<String> tags)
      throws IOException {
    Map<String, Map<String, ScannedDataset.Attribute>> entries = new LinkedHashMap<>();
    Map<String, Long> instances = new HashMap<>();
    held.read(
        study,
        null,
        tags,
        dataset -> {
          String uid = dataset.first(Tags.SERIES_UID);
          instances.merge(uid, 1L, Long::sum);
          entries.computeIfAbsent(uid, any -> keep(tags, dataset));
          return true;
        });
    entries.forEach(
        (uid, entry) ->
            entry.put(Tags.INSTANCES_IN_SERIES, number(instances.getOrDefault(uid, 0L))));
    return entries;
  }

  private boolean instances(
      Uid study,
      @Nullable Uid series,
      List<String> usual,
      FoundEntries found,
      Matching matching,
      String root)
      throws IOException {
    Set<String> tags = tags(usual, matching.tags());
    boolean[] any = {false};
    held.read(
        study,
        series,
        tags,
        dataset -> {
          any[0] = true;
          String url =
              root
                  + "/studies/"
                  + study
                  + "/series/"
                  + dataset.first(Tags.SERIES_UID)
                  + "/instances/"
                  + dataset.first(Tags.INSTANCE_UID);
          return found.add(withUrl(keep(tags, dataset), url));
        });
    return any[0];
  }

  private static Set<String> tags(List<String> usual, List<String> more) {
    Set<String> tags = new HashSet<>(usual);
    tags.addAll(more);
    return tags;
  }

  private static List<String> both(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static Set<String> plus(Set<String> tags, String... more) {
    return tags(List.of(more), List.copyOf(tags));
  }

  private static Map<String, ScannedDataset.Attribute> keep(
      Set<String> tags, ScannedDataset dataset) {
    return dataset.attributes().entrySet().stream()
        .filter(each -> tags.contains(each.getKey()))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, HashMap::new));
  }

  private static Map<String, ScannedDataset.Attribute> withUrl(
      Map<String, ScannedDataset.Attribute> entry, String url) {
    Map<String, ScannedDataset.Attribute> changed = new HashMap<>(entry);
    changed.put(Tags.RETRIEVE_URL, texts("UR", Set.of(url)));
    return changed;
  }

  private static ScannedDataset.Attribute number(long value) {
    return new ScannedDataset.Attribute(
        "{\"vr\":\"IS\",\"Value\":[" + value + "]}", List.of(Long.toString(value)));
  }

  private static ScannedDataset.Attribute texts(String vr, Set<String> values) {
    String quoted = values.stream().map(JsonStrings::quoted).collect(Collectors.joining(","));
    return new ScannedDataset.Attribute(
        "{\"vr\":\"" + vr + "\",\"Value\":[" + quoted + "]}", List.copyOf(values));
  }
}
