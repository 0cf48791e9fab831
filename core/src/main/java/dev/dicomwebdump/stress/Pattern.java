package dev.dicomwebdump.stress;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.EnumSet;
import java.util.Set;

/** In which order requests are made. */
public enum Pattern {
  /** As the list has them: as a dump makes them. */
  LIST,
  /** As a viewer does: see {@link ViewerOrder}. */
  VIEWER;

  /** What a viewer asks for. */
  static final Set<ResourceKind> OF_A_VIEWER =
      Set.copyOf(
          EnumSet.of(
              ResourceKind.STUDIES_SEARCH,
              ResourceKind.SERIES_SEARCH,
              ResourceKind.SERIES_METADATA,
              ResourceKind.FRAME));
}
