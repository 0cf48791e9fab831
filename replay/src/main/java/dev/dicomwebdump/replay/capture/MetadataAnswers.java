package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Metadata of one level made of that of others, each dataset to the byte. */
final class MetadataAnswers {

  private static final Set<String> UIDS = Set.of(Tags.SERIES_UID, Tags.INSTANCE_UID);

  /** Documents whose datasets' places are remembered: one of 100,000 datasets takes some 20 MB. */
  private static final int REMEMBERED = 4;

  private static final String JSON = "application/dicom+json";

  private final HeldMetadata held;
  private final JoinedMetadata joined;
  private final Recent<Resource, Map<String, List<Place>>> places = new Recent<>(REMEMBERED);

  /** Where a dataset lies in its document. */
  private record Place(long from, long length) {}

  MetadataAnswers(HeldMetadata held, JoinedMetadata joined) {
    this.held = held;
    this.joined = joined;
  }

  /**
   * The metadata that was asked for: cut out of that of a level above, else put together of that of
   * the levels below; null where neither holds all of it, or JSON is not accepted.
   */
  @Nullable Answer metadata(Resource asked, AcceptedTypes accepted) throws IOException {
    if (accepted.nameXml() || !accepted.take(MediaType.parse(JSON), null)) {
      return null;
    }
    Answer above = ofAbove(asked);
    List<Resource> below = above != null || asked.instance() != null ? List.of() : joined.of(asked);
    return below.isEmpty() ? above : Answer.derived(JSON, joined.joined(below));
  }

  private @Nullable Answer ofAbove(Resource asked) throws IOException {
    Resource ofStudy = Resource.studyMetadata(asked.requireStudy());
    if (asked.kind() == ResourceKind.STUDY_METADATA) {
      return null;
    }
    if (asked.kind() == ResourceKind.SERIES_METADATA) {
      return cutOut(ofStudy, asked.requireSeries());
    }
    Resource ofSeries = Resource.seriesMetadata(asked.requireStudy(), asked.requireSeries());
    Answer answer = cutOut(ofSeries, asked.requireInstance());
    return answer == null ? cutOut(ofStudy, asked.requireInstance()) : answer;
  }

  private @Nullable Answer cutOut(Resource from, Uid wanted) throws IOException {
    Content document = held.document(from);
    if (document == null) {
      return null;
    }
    List<Place> found = placesIn(from, document).get(wanted.value());
    return found == null ? null : Answer.derived(JSON, array(document, found));
  }

  private Map<String, List<Place>> placesIn(Resource level, Content document) throws IOException {
    Map<String, List<Place>> known = places.get(level);
    if (known != null) {
      return known;
    }
    Map<String, List<Place>> read = new HashMap<>();
    HeldMetadata.read(
        document,
        UIDS,
        dataset -> {
          Place place = new Place(dataset.from(), dataset.length());
          for (String tag : UIDS) {
            read.computeIfAbsent(dataset.first(tag), uid -> new ArrayList<>(1)).add(place);
          }
          return true;
        });
    places.put(level, read);
    return read;
  }

  private static Content array(Content document, List<Place> places) {
    List<Content> pieces = new ArrayList<>();
    for (Place place : places) {
      pieces.add(Content.of(pieces.isEmpty() ? "[" : ","));
      pieces.add(document.slice(place.from(), place.length()));
    }
    pieces.add(Content.of("]"));
    return new Joined(pieces);
  }
}
