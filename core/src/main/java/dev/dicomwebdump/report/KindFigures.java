package dev.dicomwebdump.report;

import dev.dicomwebdump.resource.ResourceKind;

/**
 * What came of one kind of resource. Immutable.
 *
 * @param kind which
 * @param complete how many resources are there, whole
 * @param incomplete of how many some came
 * @param failed how many were not had
 * @param unsupported how many the server does not have, and something else stands in for
 * @param requests how many exchanges they took
 * @param bytes the content that came with these, before content decoding
 * @param sizes the bodies of the resources that are complete
 */
public record KindFigures(
    ResourceKind kind,
    long complete,
    long incomplete,
    long failed,
    long unsupported,
    long requests,
    long bytes,
    SizeFigures sizes) {

  /** How many resources were asked for. */
  public long resources() {
    return complete + incomplete + failed + unsupported;
  }
}
