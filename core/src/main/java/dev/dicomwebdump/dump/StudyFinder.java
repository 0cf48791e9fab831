package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.Sums;
import dev.dicomwebdump.crawl.DateRange;
import dev.dicomwebdump.crawl.PageAsk;
import dev.dicomwebdump.crawl.PageForm;
import dev.dicomwebdump.crawl.PageRead;
import dev.dicomwebdump.crawl.Paging;
import dev.dicomwebdump.crawl.PagingEnd;
import dev.dicomwebdump.crawl.SearchedStudy;
import dev.dicomwebdump.crawl.StudyEntry;
import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.crawl.StudySearchCursor;
import dev.dicomwebdump.crawl.StudySearches;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.record.Recorded;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Recording;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the studies of queries, before a run. Each page that is had is recorded; one that another
 * run left in its place is kept as a former one. Used by one thread.
 */
final class StudyFinder {

  private final ArchiveFolder folder;
  private final Fetcher fetcher;
  private final Recorder recorder;
  private final EarlierRecordings earlier;
  private final CredentialsWatch credentials;
  private final RunTally tally;
  private final Set<Uid> found = new LinkedHashSet<>();
  private final List<String> shortfalls = new ArrayList<>();
  private PageForm form = PageForm.FIRST;
  private int pages;
  private long bytes;
  private boolean cancelled;

  StudyFinder(
      ArchiveFolder folder,
      Fetcher fetcher,
      Recorder recorder,
      EarlierRecordings earlier,
      CredentialsWatch credentials,
      RunTally tally) {
    this.folder = folder;
    this.fetcher = fetcher;
    this.recorder = recorder;
    this.earlier = earlier;
    this.credentials = credentials;
    this.tally = tally;
  }

  /**
   * Makes the searches.
   *
   * @return what was found, until it was cancelled
   * @throws CredentialsRefusedException when the server refuses all
   */
  FoundStudies find(List<StudyQuery> queries) throws InterruptedException {
    for (StudyQuery query : queries) {
      StudySearches searches = new StudySearches(query, LocalDate.now(ZoneOffset.UTC));
      for (StudyQuery next = searches.next(); next != null && !cancelled; next = searches.next()) {
        search(next, searches);
      }
      shortfalls.addAll(searches.shortfalls());
    }
    return new FoundStudies(List.copyOf(found), pages, bytes, shortfalls);
  }

  private void search(StudyQuery query, StudySearches searches) throws InterruptedException {
    Seen seen = new Seen(query.dates());
    int before = pages;
    Paging paging = PageAsk.first(ResourceKind.STUDIES_SEARCH, query.encoded(), -1, form);
    while (paging instanceof PageAsk ask && !cancelled) {
      SearchPage page = new SearchPage(before + ask.page().number(), ask.page().query());
      paging = after(ask, Resource.studiesSearch(page), seen);
    }
    if (paging instanceof PagingEnd end) {
      if (end.outcome() != PagingEnd.Outcome.FAILED) {
        form = end.form();
      }
      searches.ended(query, end, seen.heedsDates);
    }
  }

  /** What one search named so far. */
  private static final class Seen {
    private final @Nullable DateRange wanted;
    private final Set<Uid> studies = new HashSet<>();
    private boolean heedsDates = true;

    Seen(@Nullable DateRange wanted) {
      this.wanted = wanted;
    }

    boolean mayHave(SearchedStudy study) {
      return wanted == null || study.date() == null || wanted.contains(study.date());
    }
  }

  private Paging after(PageAsk ask, Resource page, Seen seen) throws InterruptedException {
    Recording recording = recorder.open(page, Pixels.NONE, Sums.NONE, true);
    Exchange exchange = fetch(page, recording);
    if (exchange.failedBy(Problem.Kind.CANCELLED)) {
      recording.discard();
      cancelled = true;
      return ask;
    }
    tally.add(ResourceKind.STUDIES_SEARCH, exchange);
    CredentialsRefusedException refusal = credentials.see(exchange);
    if (refusal != null) {
      recording.discard();
      throw refusal;
    }
    return exchange.problem() == null
        ? ask.after(had(page, recording, exchange, seen))
        : notHad(ask, page, recording, exchange);
  }

  /** A page that the server refuses in this form only is not kept: it is asked for in another. */
  private Paging notHad(PageAsk ask, Resource page, Recording recording, Exchange exchange) {
    Paging next = ask.after(PageRead.notHad(exchange.status()));
    if (next instanceof PageAsk other && other.page().number() == ask.page().number()) {
      recording.discard();
    } else {
      setAside(page);
      recording.commit(exchange, false);
    }
    return next instanceof PagingEnd end ? withReason(end, exchange) : next;
  }

  private static PagingEnd withReason(PagingEnd end, Exchange exchange) {
    Problem problem = exchange.problem();
    return problem == null || end.outcome() == PagingEnd.Outcome.ALL
        ? end
        : new PagingEnd(end.outcome(), end.why() + ": " + problem.message(), end.form());
  }

  private PageRead had(Resource page, Recording recording, Exchange exchange, Seen seen) {
    HeldEntry held = HeldEntry.at(folder, Layout.filesOf(page).record());
    boolean same =
        held != null && held.record().resource().equals(page) && recording.isSameAsBefore();
    if (same) {
      recording.discard();
    } else {
      setAside(page);
      Recorded recorded = recording.commit(exchange, false);
      bytes += recorded.bodyBytes();
    }
    pages++;
    return read(page, exchange, seen);
  }

  private void setAside(Resource page) {
    HeldEntry held = HeldEntry.at(folder, Layout.filesOf(page).record());
    if (held != null && held.record().body() != null && earlier.isWhole(held)) {
      earlier.setAside(held);
    }
  }

  private PageRead read(Resource page, Exchange exchange, Seen seen) {
    try (StudySearchCursor cursor = new StudySearchCursor(open(page, exchange), seen.studies)) {
      for (StudyEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
        if (entry instanceof SearchedStudy study) {
          found.add(study.study());
          seen.heedsDates &= seen.mayHave(study);
        }
      }
      return PageRead.had(
          exchange.status(), cursor.entries(), cursor.fresh(), Searches.saysMore(exchange));
    } catch (IOException e) {
      throw new OutputException("a recorded search cannot be read back", e);
    }
  }

  /** A page without a body names nothing. */
  private InputStream open(Resource page, Exchange exchange) throws IOException {
    String body = Layout.filesOf(page).body();
    ResponseHead head = exchange.response();
    return head == null || folder.state(body) == null
        ? new ByteArrayInputStream("[]".getBytes(StandardCharsets.US_ASCII))
        : ContentCoding.of(head.headers()).decode(folder.read(body));
  }

  private Exchange fetch(Resource page, Recording recording) throws InterruptedException {
    boolean done = false;
    try {
      Exchange exchange = fetcher.fetch(page, Headers.NONE, recording);
      done = true;
      return exchange;
    } finally {
      if (!done) {
        recording.discard();
      }
    }
  }
}
