package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import org.jspecify.annotations.Nullable;

/**
 * How many payloads a response may have.
 *
 * @param partial whether the server says that it gives only some of them (206)
 */
record PartCount(Resource asked, boolean partial) {

  /** The most instances of one response: the record of so many has about 90 MB. */
  private static final int MOST_INSTANCES = 100_000;

  /** Enough to tell a person what came in place of what was asked for. */
  private static final int MOST_TOO_MANY = 100;

  /** Whether each payload is one of an unknown number of instances. */
  boolean isOfInstances() {
    return asked.kind() == ResourceKind.SERIES_INSTANCES
        || asked.kind() == ResourceKind.STUDY_INSTANCES;
  }

  /** Whether there should be one, but some servers have reason to give several. */
  boolean isOfOne() {
    return !isOfInstances() && !isOfKnownNumber() && !asked.kind().isXml();
  }

  /** After how many parts to read no further. */
  int most() {
    return isOfInstances() || asked.kind().isXml()
        ? MOST_INSTANCES
        : asked.frames().size() + MOST_TOO_MANY;
  }

  /** Why so many parts are not what was asked for, or null. */
  @Nullable Problem problem(int parts) {
    if (asked.kind().isXml()) {
      return xmlProblem(parts);
    }
    if (isOfInstances() && partial) {
      return new Problem(
          Problem.Kind.TRUNCATED, "206: the server gave only a part of the instances");
    }
    int frames = asked.frames().size();
    if (asked.kind() == ResourceKind.FRAME && frames > 1) {
      return partial || parts != frames ? frameProblem(parts, frames) : null;
    }
    return parts == 0 || (isOfKnownNumber() && parts > 1)
        ? new Problem(Problem.Kind.MULTIPART, parts + " parts where one was asked for")
        : null;
  }

  /** As metadata in JSON is judged. */
  private @Nullable Problem xmlProblem(int parts) {
    if (partial) {
      return new Problem(
          Problem.Kind.TRUNCATED, "206: the server gave only a part of the metadata");
    }
    return parts > 0
        ? null
        : new Problem(Problem.Kind.MULTIPART, "no part where metadata was asked for");
  }

  private boolean isOfKnownNumber() {
    return asked.kind() == ResourceKind.FRAME || asked.kind() == ResourceKind.INSTANCE;
  }

  private Problem frameProblem(int parts, int frames) {
    return new Problem(
        Problem.Kind.MULTIPART,
        "%sserver gave %d %s where %d frames were asked for"
            .formatted(partial ? "206: " : "", parts, parts == 1 ? "part" : "parts", frames));
  }
}
