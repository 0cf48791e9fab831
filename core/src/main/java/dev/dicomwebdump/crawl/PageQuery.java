package dev.dicomwebdump.crawl;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/** The query of one page of a search: PS3.18 section 8.3.4. */
final class PageQuery {

  /** Modalities in Study, Number of Study Related Series and Instances. */
  private static final String OF_STUDIES = "00080061,00201206,00201208";

  /** Modality, Number of Series Related Instances. */
  private static final String OF_SERIES = "00080060,00201209";

  /** What frames there are, and how large: see {@link PixelFacts}. */
  private static final String OF_INSTANCES =
      "00280002,00280004,00280008,00280010,00280011,00280100";

  private PageQuery() {}

  /**
   * The query, encoded.
   *
   * @param matching its part that says what matches; may be empty
   * @param offset how many results to pass over; not said where it is 0, as some servers refuse it
   */
  static String of(ResourceKind search, String matching, PageForm form, long offset) {
    List<String> parameters = new ArrayList<>();
    if (!matching.isEmpty()) {
      parameters.add(matching);
    }
    if (form.fields()) {
      parameters.add("includefield=" + fields(search));
    }
    if (form.isPaged()) {
      parameters.add("limit=" + form.limit());
      if (offset > 0) {
        parameters.add("offset=" + offset);
      }
    }
    return String.join("&", parameters);
  }

  private static String fields(ResourceKind search) {
    return switch (search) {
      case STUDIES_SEARCH -> OF_STUDIES;
      case SERIES_SEARCH -> OF_SERIES;
      case INSTANCES_SEARCH -> OF_INSTANCES;
      default -> throw new IllegalArgumentException("no search: " + search);
    };
  }
}
