package dev.dicomwebdump.testkit.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One study with its series, for tests. Immutable. */
public final class SyntheticStudy {
  private final StudyHead head;
  private final List<SyntheticSeries> series;

  private SyntheticStudy(StudyHead head, List<SyntheticSeries> series) {
    this.head = head;
    this.series = List.copyOf(series);
  }

  /**
   * Begins a study.
   *
   * @param studyUid its UID; those of series and instances are made from it. Below 2.999, the arc
   *     of examples, it can be nobody's. It is not checked, so that odd ones can be tried.
   */
  public static Builder builder(String studyUid) {
    return new Builder(studyUid);
  }

  /** Study Instance UID. */
  public String uid() {
    return head.uid();
  }

  /** Patient ID, (0010,0020). */
  public String patientId() {
    return head.patientId();
  }

  /** Study Date, (0008,0020), as eight digits; empty when it has none. */
  public String date() {
    return head.date();
  }

  /** Its series in order. */
  public List<SyntheticSeries> series() {
    return series;
  }

  /** The series of that UID, or null. */
  public @Nullable SyntheticSeries series(String seriesUid) {
    int index = Numbering.indexBelow(uid(), seriesUid, series.size());
    return index < 0 ? null : series.get(index);
  }

  /** All instances, series by series, in a new list; for small studies. */
  public List<SyntheticInstance> instances() {
    return series.stream().flatMap(one -> one.instances().stream()).toList();
  }

  /** {@code /studies/S}. */
  public String path() {
    return "/studies/" + uid();
  }

  /** Puts series together. Not thread-safe. */
  public static final class Builder {
    private final String studyUid;
    private final List<Function<StudyHead, SyntheticSeries>> series = new ArrayList<>();
    private String patientName = "Synthétique^Étude";
    private String patientId = "TESTKIT";
    private String date = "20260101";

    private Builder(String studyUid) {
      this.studyUid = studyUid;
    }

    /** Another Patient's Name than {@code Synthétique^Étude}. */
    public Builder patientName(String name) {
      patientName = name;
      return this;
    }

    /** Another Patient ID than {@code TESTKIT}. */
    public Builder patientId(String id) {
      patientId = id;
      return this;
    }

    /** Another Study Date than 20260101; empty for none. */
    public Builder date(String eightDigits) {
      date = eightDigits;
      return this;
    }

    /** Adds a series of these instances. */
    public Builder series(InstanceTemplate... instances) {
      List<InstanceTemplate> templates = List.of(instances);
      return add(templates.size(), templates::get);
    }

    /** Adds a series of that many like instances, which cost nothing until they are asked for. */
    public Builder series(int count, InstanceTemplate each) {
      return add(count, index -> each);
    }

    private Builder add(int size, IntFunction<InstanceTemplate> templates) {
      int number = series.size() + 1;
      series.add(head -> new SyntheticSeries(head, number, size, templates));
      return this;
    }

    /** The study. */
    public SyntheticStudy build() {
      StudyHead head = new StudyHead(studyUid, patientName, patientId, date);
      return new SyntheticStudy(head, series.stream().map(one -> one.apply(head)).toList());
    }
  }
}
