package dev.dicomwebdump.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which studies to search for: PS3.18 section 8.3.4. Immutable.
 *
 * @param matches what to match besides the date, each {@code name=value}, encoded
 * @param dates the days from which the studies are; null when that does not matter, so that studies
 *     without a date are meant too
 */
public record StudyQuery(List<String> matches, @Nullable DateRange dates) {

  /** All studies of a server. */
  public static final StudyQuery ALL = new StudyQuery(List.of(), null);

  private static final Set<String> OURS = Set.of("limit", "offset", "includefield");
  private static final Set<String> STUDY_DATE = Set.of("StudyDate", "00080020");
  private static final String NAME =
      "[A-Za-z][A-Za-z0-9]*|[0-9A-Fa-f]{8}(\\.([0-9A-Fa-f]{8}|[A-Z][A-Za-z0-9]*))*";

  /** Keywords that are mistyped easily; a server may ignore a name that it does not know. */
  private static final Map<String, String> KEYWORDS =
      Stream.of(
              "StudyDate",
              "StudyTime",
              "AccessionNumber",
              "ModalitiesInStudy",
              "ReferringPhysicianName",
              "PatientName",
              "PatientID",
              "PatientBirthDate",
              "PatientSex",
              "IssuerOfPatientID",
              "StudyInstanceUID",
              "StudyID",
              "StudyDescription",
              "InstitutionName")
          .collect(
              Collectors.toUnmodifiableMap(
                  keyword -> keyword.toLowerCase(Locale.ROOT), Function.identity()));

  public StudyQuery {
    matches = List.copyOf(matches);
  }

  /**
   * Reads a query as a user writes it: {@code PatientID=4711&StudyDate=20240101-20240630}.
   * Attributes are keywords or tags. Values may be encoded or not: {@code %XX} stands as it is,
   * what a URL cannot hold is encoded, and so is a plus sign.
   *
   * @throws IllegalArgumentException when it is none; the message is one line that says why
   */
  public static StudyQuery parse(String text) {
    List<String> matches = new ArrayList<>();
    DateRange dates = null;
    String parameters = text.strip();
    for (String parameter :
        (parameters.startsWith("?") ? parameters.substring(1) : parameters).split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = checked(equals < 0 ? parameter : parameter.substring(0, equals));
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      if (value.isBlank()) {
        throw new IllegalArgumentException(name + " has no value, which would match every study");
      }
      if (!STUDY_DATE.contains(name)) {
        matches.add(name + "=" + QueryText.encoded(value));
      } else if (dates == null) {
        dates = DateRange.parse(value);
      } else {
        throw new IllegalArgumentException("StudyDate stands there twice");
      }
    }
    return new StudyQuery(matches, dates);
  }

  private static String checked(String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "a query is Attribute=value, with & between several, and an attribute a keyword such as"
              + " PatientID or a tag such as 00100020");
    }
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(name + " is set by the program itself");
    }
    String keyword = KEYWORDS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    if (!keyword.equals(name)) {
      throw new IllegalArgumentException(name + " is written " + keyword);
    }
    return name;
  }

  /** The same for other days. */
  StudyQuery withDates(DateRange other) {
    return new StudyQuery(matches, other);
  }

  /** The query of a URL, encoded, without {@code ?}; empty for all studies. */
  public String encoded() {
    Stream<String> date = dates == null ? Stream.empty() : Stream.of("StudyDate=" + dates);
    return Stream.concat(matches.stream(), date).collect(Collectors.joining("&"));
  }

  @Override
  public String toString() {
    return encoded();
  }
}
