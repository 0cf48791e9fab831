package dev.dicomwebdump.stress;

import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests for one study in the order in which OHIF makes them when it opens it: searches, the
 * metadata of all series, then, series by series, the frames from the middle outwards.
 */
final class ViewerOrder {

  private static final String OF_STUDY = "StudyInstanceUID=";

  private final List<Ask> searches = new ArrayList<>();
  private final List<Ask> metadata = new ArrayList<>();
  private final Map<Uid, List<Ask>> frames = new LinkedHashMap<>();

  private ViewerOrder() {}

  /** Requests of any studies in that order, one study after another; others are left out. */
  static List<Ask> of(List<Ask> asks) {
    Map<String, ViewerOrder> studies = new LinkedHashMap<>();
    for (Ask ask : asks) {
      studies.computeIfAbsent(studyOf(ask), study -> new ViewerOrder()).add(ask);
    }
    List<Ask> ordered = new ArrayList<>();
    studies.values().forEach(study -> study.addTo(ordered));
    return ordered;
  }

  /** A search for studies is part of opening the one that it names. */
  private static String studyOf(Ask ask) {
    @Nullable Uid study = ask.resource().study();
    return study == null
        ? ask.resource().requirePage().query().replace(OF_STUDY, "")
        : study.value();
  }

  private void add(Ask ask) {
    ResourceKind kind = ask.resource().kind();
    if (kind == ResourceKind.STUDIES_SEARCH || kind == ResourceKind.SERIES_SEARCH) {
      searches.add(ask);
    } else if (kind == ResourceKind.SERIES_METADATA) {
      metadata.add(ask);
    } else if (kind == ResourceKind.FRAME) {
      frames.computeIfAbsent(ask.resource().requireSeries(), series -> new ArrayList<>()).add(ask);
    }
  }

  private void addTo(List<Ask> ordered) {
    ordered.addAll(searches);
    ordered.addAll(metadata);
    frames.values().forEach(series -> addOutwards(series, ordered));
  }

  private static void addOutwards(List<Ask> series, List<Ask> ordered) {
    int middle = series.size() / 2;
    ordered.add(series.get(middle));
    for (int away = 1; away <= middle; away++) {
      if (middle + away < series.size()) {
        ordered.add(series.get(middle + away));
      }
      ordered.add(series.get(middle - away));
    }
  }
}
