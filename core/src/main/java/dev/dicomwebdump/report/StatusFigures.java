package dev.dicomwebdump.report;

import dev.dicomwebdump.resource.ResourceKind;

/**
 * The exchanges of one kind of resource that ended with one status. Immutable.
 *
 * @param status the status code; 0 when no response came; {@link #OTHERS} for all that are more
 *     than a hundred
 * @param kind which kind of resource
 * @param bytes the content that came
 * @param times how long they took in all; its count is that of the exchanges
 */
public record StatusFigures(int status, ResourceKind kind, long bytes, Percentiles times) {

  /** The status of those for which there is no line of their own. */
  public static final int OTHERS = -1;
}
