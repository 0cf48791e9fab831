package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceSearchCursor;
import dev.dicomwebdump.crawl.PagingEnd;
import dev.dicomwebdump.crawl.SearchedSeries;
import dev.dicomwebdump.crawl.SearchedStudy;
import dev.dicomwebdump.crawl.SeriesCursor;
import dev.dicomwebdump.crawl.SeriesEntry;
import dev.dicomwebdump.crawl.SeriesName;
import dev.dicomwebdump.crawl.SeriesSearchCursor;
import dev.dicomwebdump.crawl.StudyCursor;
import dev.dicomwebdump.crawl.StudyEntry;
import dev.dicomwebdump.crawl.StudySearchCursor;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.proof.JudgedResponse;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts what of a study is wanted, by as few requests as tell it: a search for the study, for its
 * instances, or its metadata. Keeps nothing. Used by one thread.
 */
final class StudyCounter {

  private final Selection selection;
  private final SelectionMatch match;
  private final Fetcher fetcher;
  private final PagedSearch paged;
  private final CredentialsWatch credentials;
  private final ByteSize maxBody;

  /**
   * What counting came to.
   *
   * @param extent how much there is; nothing where it could not be counted
   * @param problem why that is nothing, or not all; null when it is all
   */
  record Count(StudyExtent extent, @Nullable Problem problem) {

    static Count of(StudyExtent extent) {
      return new Count(extent, null);
    }

    static Count none(Problem problem) {
      return new Count(StudyExtent.NONE, problem);
    }
  }

  /**
   * @param match tells what of a study is wanted, and remembers it
   * @param maxBody the most bytes of metadata after decoding
   */
  StudyCounter(
      Selection selection,
      SelectionMatch match,
      Fetcher fetcher,
      PagedSearch paged,
      CredentialsWatch credentials,
      ByteSize maxBody) {
    this.selection = selection;
    this.match = match;
    this.fetcher = fetcher;
    this.paged = paged;
    this.credentials = credentials;
    this.maxBody = maxBody;
  }

  /**
   * Counts a study.
   *
   * @param found what a search told of it; null where none was made
   * @throws CredentialsRefusedException when the server refuses all
   */
  Count count(Uid study, @Nullable SearchedStudy found) throws InterruptedException {
    if (selection.discovery() == Discovery.WADO) {
      return byMetadata(study);
    }
    SearchedStudy told = found == null ? searched(study) : found;
    boolean isTold = told != null && told.series() >= 0 && told.instances() >= 0;
    if (told != null && isTold && !selection.wantsPixels() && !selection.isPartial()) {
      return Count.of(StudyExtent.told(told.series(), told.instances()));
    }
    Count bySearch = bySearch(study, told);
    if (bySearch.problem() == null || selection.discovery() == Discovery.QIDO) {
      return bySearch;
    }
    Count byMetadata = byMetadata(study);
    if (byMetadata.problem() == null) {
      return byMetadata;
    }
    return isTold && told != null && !selection.isPartial()
        ? Count.of(StudyExtent.told(told.series(), told.instances()))
        : better(bySearch, byMetadata);
  }

  private static Count better(Count bySearch, Count byMetadata) {
    return bySearch.extent().instances() > 0 ? bySearch : byMetadata;
  }

  /** What a search for the study alone tells; null when that is nothing. */
  private @Nullable SearchedStudy searched(Uid study) throws InterruptedException {
    SearchedStudy[] found = new SearchedStudy[1];
    paged.glance(
        ResourceKind.STUDIES_SEARCH,
        "StudyInstanceUID=" + study,
        Resource::studiesSearch,
        page -> {
          StudySearchCursor cursor = new StudySearchCursor(page, new HashSet<>());
          for (StudyEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
            if (entry instanceof SearchedStudy one && one.study().equals(study)) {
              found[0] = one;
            }
          }
          return cursor;
        });
    return found[0];
  }

  private Count bySearch(Uid study, @Nullable SearchedStudy told) throws InterruptedException {
    Predicate<Uid> wantsSeries = series -> match.wants(new SeriesName(series, null));
    if (!selection.modalities().isEmpty()) {
      Set<Uid> wanted = new HashSet<>();
      Problem problem = problem(searchSeries(study, wanted));
      if (problem != null) {
        return Count.none(problem);
      }
      wantsSeries = wanted::contains;
    }
    ExtentTally tally = new ExtentTally(selection, match, wantsSeries);
    Set<Uid> seen = new HashSet<>();
    Problem problem = problem(searchInstances(study, told, tally, seen));
    if (seen.isEmpty()) {
      String none = "the search names no instance of the study";
      return Count.none(problem != null ? problem : new Problem(Problem.Kind.TRUNCATED, none));
    }
    StudyExtent extent = tally.bySearch();
    return told == null || selection.isPartial()
        ? new Count(extent, problem)
        : new Count(extent.atLeast(told.series(), told.instances()), problem);
  }

  private @Nullable PagingEnd searchSeries(Uid study, Set<Uid> wanted) throws InterruptedException {
    Set<Uid> seen = new HashSet<>();
    return paged.make(
        ResourceKind.SERIES_SEARCH,
        "",
        -1,
        page -> Resource.seriesSearch(study, page),
        page -> {
          SeriesSearchCursor cursor = new SeriesSearchCursor(page, study, seen);
          for (SeriesEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
            if (entry instanceof SearchedSeries found
                && match.wants(new SeriesName(found.series(), found.modality()))) {
              wanted.add(found.series());
            }
          }
          return cursor;
        });
  }

  private @Nullable PagingEnd searchInstances(
      Uid study, @Nullable SearchedStudy told, ExtentTally tally, Set<Uid> seen)
      throws InterruptedException {
    return paged.make(
        ResourceKind.INSTANCES_SEARCH,
        "",
        told == null ? -1 : told.instances(),
        page -> Resource.instancesSearch(study, null, page),
        page -> {
          InstanceSearchCursor cursor = new InstanceSearchCursor(page, study, null, seen);
          tally.addAll(cursor);
          return cursor;
        });
  }

  /** Why a search does not tell all; null when it does. */
  private static @Nullable Problem problem(@Nullable PagingEnd end) {
    if (end == null) {
      return new Problem(Problem.Kind.CANCELLED, "the dry run ended before it was counted");
    }
    return end.outcome() == PagingEnd.Outcome.ALL
        ? null
        : new Problem(Problem.Kind.TRUNCATED, String.valueOf(end.why()));
  }

  private Count byMetadata(Uid study) throws InterruptedException {
    Resource metadata = Resource.studyMetadata(study);
    JudgedResponse response = new JudgedResponse(metadata, Pixels.NONE, maxBody);
    Exchange exchange = fetcher.fetch(metadata, Headers.NONE, response);
    CredentialsRefusedException refusal =
        exchange.failedBy(Problem.Kind.CANCELLED) ? null : credentials.see(exchange);
    if (refusal != null) {
      throw refusal;
    }
    try {
      return exchange.problem() == null
          ? Count.of(extent(study, response))
          : Count.none(exchange.problem());
    } catch (IOException e) {
      throw new OutputException("metadata in memory cannot be read back", e);
    }
  }

  private StudyExtent extent(Uid study, JudgedResponse metadata) throws IOException {
    Set<Uid> wanted = new HashSet<>();
    try (SeriesCursor series = new SeriesCursor(metadata.content(), study)) {
      for (SeriesEntry entry = series.next(); entry != null; entry = series.next()) {
        if (entry instanceof SeriesName name && match.wants(name)) {
          wanted.add(name.series());
        }
      }
    }
    ExtentTally tally = new ExtentTally(selection, match, wanted::contains);
    try (StudyCursor instances = new StudyCursor(metadata.content(), study)) {
      tally.addAll(instances);
    }
    return tally.byMetadata();
  }
}
