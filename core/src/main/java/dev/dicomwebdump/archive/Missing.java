package dev.dicomwebdump.archive;

import java.util.List;

/**
 * What is missing in a dump. Immutable.
 *
 * @param groups the resources, by instance, kind and problem
 * @param omitted how many more resources are missing than the groups hold
 */
public record Missing(List<MissingGroup> groups, long omitted) {

  /** Nothing is missing. */
  public static final Missing NOTHING = new Missing(List.of(), 0);

  public Missing {
    groups = List.copyOf(groups);
  }
}
