package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.DumpPlan;
import dev.dicomwebdump.archive.StudyPlan;
import dev.dicomwebdump.crawl.SearchedStudy;
import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.ServerAsksToWaitException;
import dev.dicomwebdump.fetch.ServerGoneException;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the studies of a request, one after the other. Writes nothing. Used by one thread. */
final class DryRun {

  private final DumpRequest request;
  private final FoundStudies found;
  private final StudyCounter counter;
  private final SelectionMatch match;
  private final RunProgress progress;
  private final List<StudyPlan> studies = new ArrayList<>();
  private StudyExtent extent = StudyExtent.NONE;
  private @Nullable Problem end;

  /**
   * @param found what the searches for studies came to
   * @param match remembers what of the selection brought something
   * @param progress counts the studies
   */
  DryRun(
      DumpRequest request,
      FoundStudies found,
      StudyCounter counter,
      SelectionMatch match,
      RunProgress progress) {
    this.request = request;
    this.found = found;
    this.counter = counter;
    this.match = match;
    this.progress = progress;
  }

  /**
   * Counts them all. When the run is interrupted, or the server is gone, the rest is not counted.
   *
   * @throws CredentialsRefusedException when the server refuses all
   */
  DumpPlan plan() {
    Map<Uid, @Nullable SearchedStudy> all = new LinkedHashMap<>();
    request.studies().forEach(study -> all.put(study, null));
    found.found().forEach(study -> all.put(study.study(), study));
    progress.known(all.size());
    all.forEach(this::add);
    RequestEstimate estimate = new RequestEstimate(request.selection(), extent, found.pages());
    return new DumpPlan(
        request.program(),
        request.root().base(),
        request.folder().toString(),
        new RunOptions(request).shown(),
        request.queries().stream().map(StudyQuery::encoded).toList(),
        studies,
        estimate.requests(),
        estimate.unknown(),
        found.shortfalls(),
        end == null && extent.studies() > 0 ? match.unmatched() : List.of());
  }

  private void add(Uid study, @Nullable SearchedStudy told) {
    StudyCounter.Count count = count(study, told);
    StudyExtent own = count.extent();
    extent = extent.plus(own);
    studies.add(
        new StudyPlan(
            study, own.series(), own.instances(), own.frames(), own.untold(), count.problem()));
    progress.done(count.problem() == null);
  }

  private StudyCounter.Count count(Uid study, @Nullable SearchedStudy told) {
    if (end != null) {
      return StudyCounter.Count.none(end);
    }
    try {
      return counter.count(study, told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end = new Problem(Problem.Kind.CANCELLED, "the dry run was interrupted");
    } catch (ServerAsksToWaitException | ServerGoneException e) {
      end = new Problem(Problem.Kind.CONNECT, String.valueOf(e.getMessage()));
    }
    return StudyCounter.Count.none(end);
  }
}
