package dev.dicomwebdump.record;

import dev.dicomwebdump.resource.Uid;
import org.jspecify.annotations.Nullable;

/** What is known beforehand of which series an instance of a study belongs to. */
@FunctionalInterface
public interface SeriesLookup {

  /** Nothing is known. */
  SeriesLookup NONE = instance -> null;

  /** The series of an instance; null when it is not known. Called by the committing thread. */
  @Nullable Uid seriesOf(Uid instance);
}
