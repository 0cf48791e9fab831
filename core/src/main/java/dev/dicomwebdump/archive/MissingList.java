package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is missing in bounded memory: resources of one instance, kind and problem are one
 * group, at most {@value #MAX_GROUPS} groups are kept, and the rest is counted. Safe for use by
 * many threads at once.
 */
public final class MissingList {

  /** The most groups that are kept. */
  public static final int MAX_GROUPS = 1000;

  private final Map<Key, Group> groups = new HashMap<>();
  private long omitted;

  /**
   * Adds a resource once, when it is clear that it is not had.
   *
   * @param outcome not complete
   * @param status the status of the last response; 0 when none came
   */
  public synchronized void add(Resource resource, Outcome outcome, Problem problem, int status) {
    Group group = group(Key.of(resource, outcome, problem, status), problem);
    omitted += group == null ? Math.max(1, resource.frames().size()) : group.add(resource);
  }

  /**
   * Adds a frame and all that follow it, none of which was asked for.
   *
   * @param first the first of them
   * @param last the number of the last
   */
  public synchronized void addNotAsked(Resource first, int last, Problem problem) {
    Group group = group(Key.of(first, Outcome.FAILED, problem, 0), problem);
    int from = first.frames().get(0);
    if (group == null || !group.frames.addAfterAll(from, last)) {
      omitted += (long) last - from + 1;
    }
  }

  private @Nullable Group group(Key key, Problem problem) {
    Group group = groups.get(key);
    if (group == null && groups.size() < MAX_GROUPS) {
      group = new Group(problem);
      groups.put(key, group);
    }
    return group;
  }

  /** All that was added so far, in the order of the UIDs. */
  public synchronized Missing snapshot() {
    if (groups.isEmpty()) {
      return Missing.NOTHING;
    }
    return new Missing(
        groups.entrySet().stream()
            .map(entry -> entry.getValue().under(entry.getKey()))
            .sorted(MissingGroup.ORDER)
            .toList(),
        omitted);
  }

  /** What the resources of a group have in common. */
  private record Key(
      ResourceKind kind,
      Uid study,
      @Nullable Uid series,
      @Nullable Uid instance,
      Outcome outcome,
      Problem.Kind problem,
      int status) {

    static Key of(Resource resource, Outcome outcome, Problem problem, int status) {
      return new Key(
          resource.kind(),
          resource.requireStudy(),
          resource.series(),
          resource.instance(),
          outcome,
          problem.kind(),
          status);
    }
  }

  private static final class Group {
    private final Problem problem;
    private final FrameRanges frames = new FrameRanges();
    private long others;

    Group(Problem problem) {
      this.problem = problem;
    }

    /** Returns how many frames had no room. */
    long add(Resource resource) {
      others += resource.frames().isEmpty() ? 1 : 0;
      return resource.frames().stream().filter(frame -> !frames.add(frame)).count();
    }

    MissingGroup under(Key key) {
      return new MissingGroup(
          key.kind(),
          key.study(),
          key.series(),
          key.instance(),
          frames.count() == 0 ? null : frames.toString(),
          frames.count() + others,
          key.outcome(),
          problem,
          key.status());
    }
  }
}
