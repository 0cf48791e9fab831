package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What a run would do, told before it. Immutable.
 *
 * @param program the program's name and version
 * @param root the server's root URL, without user-info and query
 * @param folder where the dump would go
 * @param options the options it would run with, in order, without secrets
 * @param queries the searches for studies, encoded
 * @param studies what of each study would be dumped
 * @param requests how many requests a run would make for each kind of resource, as far as that is
 *     known: an estimate
 * @param unknown what the estimate leaves out, a line each
 * @param shortfalls why studies may be missing, a line each; empty when all were found
 * @param unmatched the words of the selection that nothing in the studies matches
 */
public record DumpPlan(
    String program,
    String root,
    String folder,
    Map<String, String> options,
    List<String> queries,
    List<StudyPlan> studies,
    Map<ResourceKind, Long> requests,
    List<String> unknown,
    List<String> shortfalls,
    List<Unmatched> unmatched) {

  public DumpPlan {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    queries = List.copyOf(queries);
    studies = List.copyOf(studies);
    requests = Map.copyOf(requests);
    unknown = List.copyOf(unknown);
    shortfalls = List.copyOf(shortfalls);
    unmatched = List.copyOf(unmatched);
  }

  /** How many series all studies have that are wanted. */
  public long series() {
    return sum(StudyPlan::series);
  }

  /** How many instances all studies have that are wanted. */
  public long instances() {
    return sum(StudyPlan::instances);
  }

  /** How many frames they have, as far as it is told. */
  public long frames() {
    return sum(StudyPlan::frames);
  }

  /** Of how many instances no frames are told. */
  public long framesUntold() {
    return sum(StudyPlan::framesUntold);
  }

  /** How many requests a run would make in all, as far as that is known. */
  public long allRequests() {
    return requests.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether all was found and counted; failed when no study was. */
  public DumpVerdict verdict() {
    if (studies.stream().allMatch(StudyPlan::isUncounted)) {
      return DumpVerdict.FAILED;
    }
    boolean whole =
        shortfalls.isEmpty()
            && unmatched.isEmpty()
            && studies.stream().allMatch(study -> study.problem() == null);
    return whole ? DumpVerdict.COMPLETE : DumpVerdict.INCOMPLETE;
  }

  private long sum(ToLongFunction<StudyPlan> number) {
    return studies.stream().mapToLong(number).sum();
  }
}
