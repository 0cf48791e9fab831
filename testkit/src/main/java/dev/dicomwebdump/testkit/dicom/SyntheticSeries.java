package dev.dicomwebdump.testkit.dicom;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One series. Its instances are made when they are asked for. Immutable. */
public final class SyntheticSeries {
  private final StudyHead study;
  private final int number;
  private final int size;
  private final IntFunction<InstanceTemplate> templates;

  SyntheticSeries(StudyHead study, int number, int size, IntFunction<InstanceTemplate> templates) {
    this.study = study;
    this.number = number;
    this.size = size;
    this.templates = templates;
  }

  /** Series Instance UID: the study's UID, a dot, the series' number from 1. */
  public String uid() {
    return study.uid() + "." + number;
  }

  /** The UID of its study. */
  public String studyUid() {
    return study.uid();
  }

  /** Its instances in order: a view. */
  public List<SyntheticInstance> instances() {
    return new AbstractList<>() {
      @Override
      public SyntheticInstance get(int index) {
        return new SyntheticInstance(
            SyntheticSeries.this, index + 1, templates.apply(index).content());
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** The instance of that UID, or null. */
  public @Nullable SyntheticInstance instance(String sopInstanceUid) {
    int index = Numbering.indexBelow(uid(), sopInstanceUid, size);
    return index < 0 ? null : instances().get(index);
  }

  /** {@code /studies/S/series/R}. */
  public String path() {
    return "/studies/" + study.uid() + "/series/" + uid();
  }

  /** Modality, (0008,0060): that of its first instance. */
  public String modality() {
    return templates.apply(0).content().modality();
  }

  StudyHead study() {
    return study;
  }

  int number() {
    return number;
  }
}
