package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.DicomFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.fetch.AcceptSettings;
import dev.dicomwebdump.fetch.Politeness;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.transport.TransportSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to dump, from where, to where and how. Immutable; {@link DumpRequestBuilder} makes one with
 * the command line's defaults.
 *
 * @param root the server
 * @param folder where the dump goes; made when it is not there
 * @param studies the studies, each once; at least one, or with {@code onlyFailed} none for all of
 *     its studies
 * @param queries searches for more studies, made before the run; none for none
 * @param payloads whether payloads are written beside the bodies
 * @param selection what of each study is dumped; DICOM files too with {@code dicom}
 * @param keep what is kept of responses; payloads are written with {@link Keep#PARTS}, and no file
 *     but records, summaries and sums with {@link Keep#NONE}
 * @param dicom where DICOM files go once more, as {@code <study>/<series>/<sop>.dcm}; null for
 *     nowhere
 * @param pretty whether metadata is written once more, to be read by people
 * @param digest what is taken of each file while it is written; a study's earlier runs must have
 *     had the same
 * @param concurrency the most requests in flight; at least 1
 * @param politeness how the server is spared besides
 * @param accept what resources are asked for as
 * @param abort whether the first failed resource ends the run
 * @param retries how often a failed request is tried again; 0 or more
 * @param maxRetryWait how long a server's wish to wait is obeyed, for each resource
 * @param outage how long a server that is gone is waited for; zero when it is not
 * @param credentials show the server who asks
 * @param headers the user's own headers, sent to the server's own origin only
 * @param recordedHeaders the names of those of them whose values may stand in records
 * @param userAgent the User-Agent header; null for the program's name and version
 * @param compressed whether the server may compress its responses
 * @param transport how connections are made
 * @param failed where a list of what failed or is pending goes; null for nowhere
 * @param onlyFailed a list of what failed or is pending: nothing else is asked for; null for none
 * @param permissions who may read the dump
 * @param rerun what is done with what earlier runs left
 * @param program the program's name and version, for User-Agent and summaries
 */
public record DumpRequest(
    DicomWebRoot root,
    Path folder,
    List<Uid> studies,
    List<StudyQuery> queries,
    boolean payloads,
    Selection selection,
    Keep keep,
    @Nullable Path dicom,
    boolean pretty,
    DigestKind digest,
    int concurrency,
    Politeness politeness,
    AcceptSettings accept,
    boolean abort,
    int retries,
    Duration maxRetryWait,
    Duration outage,
    Credentials credentials,
    Headers headers,
    Set<String> recordedHeaders,
    @Nullable String userAgent,
    boolean compressed,
    TransportSettings transport,
    @Nullable Path failed,
    @Nullable Path onlyFailed,
    Permissions permissions,
    Rerun rerun,
    String program) {

  /**
   * @throws IllegalArgumentException when a value is out of its range; the message says which
   */
  public DumpRequest {
    studies = List.copyOf(new LinkedHashSet<>(studies));
    recordedHeaders = Set.copyOf(recordedHeaders);
    payloads |= keep == Keep.PARTS;
    boolean files =
        selection.has(Content.INSTANCES)
            || selection.has(Content.SERIES_INSTANCES)
            || selection.has(Content.STUDY_INSTANCES);
    selection = dicom == null || files ? selection : selection.with(Content.INSTANCES);
    require(
        dicom == null || !DicomFolder.liesIn(dicom, folder),
        "--dicom must lead out of the output folder, which holds the dump and nothing else");
    requireNothingElse(keep, payloads, dicom, pretty, onlyFailed);
    queries = List.copyOf(queries);
    require(
        onlyFailed != null || !studies.isEmpty() || !queries.isEmpty(), "name at least one study");
    require(onlyFailed == null || queries.isEmpty(), "--only-failed names its studies: no --query");
    require(
        onlyFailed == null || !rerun.restart(),
        "--restart deletes what --only-failed goes on with: take one of them");
    require(concurrency >= 1, "the concurrency must be 1 or more");
    require(retries >= 0, "the retries must be 0 or more");
    require(!maxRetryWait.isNegative(), "the longest wait must not be negative");
    require(!outage.isNegative(), "the longest outage must not be negative");
  }

  /** The same request of other studies. */
  DumpRequest of(Collection<Uid> others) {
    return new DumpRequest(
        root,
        folder,
        List.copyOf(others),
        queries,
        payloads,
        selection,
        keep,
        dicom,
        pretty,
        digest,
        concurrency,
        politeness,
        accept,
        abort,
        retries,
        maxRetryWait,
        outage,
        credentials,
        headers,
        recordedHeaders,
        userAgent,
        compressed,
        transport,
        failed,
        onlyFailed,
        permissions,
        rerun,
        program);
  }

  /** The same request of more studies. */
  DumpRequest and(Collection<Uid> more) {
    LinkedHashSet<Uid> all = new LinkedHashSet<>(studies);
    all.addAll(more);
    return of(all);
  }

  private static void requireNothingElse(
      Keep keep,
      boolean payloads,
      @Nullable Path dicom,
      boolean pretty,
      @Nullable Path onlyFailed) {
    boolean records = keep == Keep.NONE;
    require(!records || !payloads, "--records-only keeps no payloads: no -m");
    require(!records || dicom == null, "--records-only keeps no DICOM files: no --dicom");
    require(!records || !pretty, "--records-only keeps no metadata: no --pretty");
    require(
        !records || onlyFailed == null,
        "--records-only keeps no metadata, which --only-failed needs: run again without a list");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Never shows the credentials. */
  @Override
  public String toString() {
    return "dump of " + studies + " from " + root + " to " + folder;
  }
}
