package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.AttributePath;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A resource, or frames of one instance, that a run did not get. Immutable.
 *
 * @param kind what it is
 * @param study its study
 * @param series its series; null for a study-level resource
 * @param instance its instance; null for a study- or series-level resource
 * @param attribute the path of the attribute; null unless it is bulk data
 * @param frames the frames, {@code 7} or {@code 5-12}; null unless they are frames
 * @param below whether all that it names was not asked for either
 * @param outcome what became of it; null when it is pending
 * @param problem why; null when it is pending
 * @param status the status of the last response; 0 when none came
 */
public record Shortfall(
    ResourceKind kind,
    Uid study,
    @Nullable Uid series,
    @Nullable Uid instance,
    @Nullable AttributePath attribute,
    @Nullable String frames,
    boolean below,
    @Nullable Outcome outcome,
    @Nullable Problem problem,
    int status) {

  /** A resource that was asked for. What failed study metadata would name is not known at all. */
  public static Shortfall failed(Resource resource, Outcome outcome, Problem problem, int status) {
    return of(resource, resource.kind() == ResourceKind.STUDY_METADATA, outcome, problem, status);
  }

  /** A resource that was not asked for, and so nothing that it names. */
  public static Shortfall pending(Resource resource) {
    return of(resource, resource.kind().isMetadata(), null, null, 0);
  }

  /**
   * Frames of one instance that were not asked for.
   *
   * @param first the first of them
   * @param last the number of the last
   */
  public static Shortfall pendingFrames(Resource first, int last) {
    return frames(first, last, null, null);
  }

  /**
   * Frames of one instance that count as failed, though none of them was asked for.
   *
   * @param first the first of them
   * @param last the number of the last
   */
  public static Shortfall failedFrames(Resource first, int last, Problem problem) {
    return frames(first, last, Outcome.FAILED, problem);
  }

  private static Shortfall frames(
      Resource first, int last, @Nullable Outcome outcome, @Nullable Problem problem) {
    String from = numberOf(first);
    String range = from.equals(Integer.toString(last)) ? from : from + "-" + last;
    return new Shortfall(
        first.kind(),
        first.requireStudy(),
        first.series(),
        first.instance(),
        null,
        range,
        false,
        outcome,
        problem,
        0);
  }

  /** The resource, or the first of the frames; of bulk data, the instance's metadata. */
  public Resource first() {
    if (attribute != null && series != null && instance != null) {
      return Resource.instanceMetadata(study, series, instance);
    }
    List<Integer> first = frames == null ? List.of() : List.of(numbers(frames)[0]);
    return new Resource(kind, study, series, instance, first, null, null);
  }

  /** The number of the last frame; 0 unless they are frames. */
  public int lastFrame() {
    int[] numbers = frames == null ? new int[1] : numbers(frames);
    return numbers[numbers.length - 1];
  }

  /** How many resources it names, without what lies below. */
  public long resources() {
    return frames == null ? 1 : (long) lastFrame() - numbers(frames)[0] + 1;
  }

  private static int[] numbers(String frames) {
    return Stream.of(frames.split("-", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static Shortfall of(
      Resource resource,
      boolean below,
      @Nullable Outcome outcome,
      @Nullable Problem problem,
      int status) {
    return new Shortfall(
        resource.kind(),
        resource.requireStudy(),
        resource.series(),
        resource.instance(),
        resource.bulk() == null ? null : resource.bulk().attribute(),
        resource.frames().isEmpty() ? null : rangeOf(resource),
        below,
        outcome,
        problem,
        status);
  }

  private static String rangeOf(Resource frames) {
    int size = frames.frames().size();
    return numberOf(frames) + (size == 1 ? "" : "-" + frames.frames().get(size - 1));
  }

  private static String numberOf(Resource frame) {
    return Integer.toString(frame.frames().get(0));
  }
}
