package dev.dicomwebdump.dump;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects a {@link DumpRequest}, whose parameters its methods are named for. For one thread. */
public final class DumpRequestBuilder {

  private final DicomWebRoot root;
  private final Path folder;
  private final List<Uid> studies = new ArrayList<>();
  private final List<StudyQuery> queries = new ArrayList<>();
  private boolean payloads;
  private Selection selection = Selection.PLAIN;
  private Keep keep = Keep.BODY;
  private @Nullable Path dicom;
  private boolean pretty;
  private DigestKind digest = DigestKind.SHA256;
  private int concurrency = 1;
  private Politeness politeness = Politeness.NONE;
  private AcceptSettings accept = AcceptSettings.USUAL;
  private boolean abort;
  private int retries = 3;
  private Duration maxRetryWait = Duration.ofMinutes(5);
  private Duration outage = Duration.ofMinutes(10);
  private Credentials credentials = Credentials.none();
  private Headers headers = Headers.NONE;
  private Set<String> recordedHeaders = Set.of();
  private @Nullable String userAgent;
  private boolean compressed;
  private TransportSettings transport = TransportSettings.DEFAULTS;
  private @Nullable Path failed;
  private @Nullable Path onlyFailed;
  private Permissions permissions = Permissions.OWNER_ONLY;
  private Rerun rerun = Rerun.RESUME;
  private String program = "dicomweb-dump";

  /**
   * @param root the server
   * @param folder where the dump goes
   */
  public DumpRequestBuilder(DicomWebRoot root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /** Adds studies; none at first. */
  public DumpRequestBuilder studies(Collection<Uid> more) {
    studies.addAll(more);
    return this;
  }

  /** Adds searches for studies; none at first. */
  public DumpRequestBuilder queries(Collection<StudyQuery> more) {
    queries.addAll(more);
    return this;
  }

  /** False at first. */
  public DumpRequestBuilder payloads(boolean wanted) {
    payloads = wanted;
    return this;
  }

  /** {@link Keep#BODY} at first. */
  public DumpRequestBuilder keep(Keep wanted) {
    keep = wanted;
    return this;
  }

  /** Null at first: nowhere. */
  public DumpRequestBuilder dicom(@Nullable Path outside) {
    dicom = outside;
    return this;
  }

  /** False at first. */
  public DumpRequestBuilder pretty(boolean wanted) {
    pretty = wanted;
    return this;
  }

  /** {@link DigestKind#SHA256} at first. */
  public DumpRequestBuilder digest(DigestKind wanted) {
    digest = wanted;
    return this;
  }

  /** {@link Selection#PLAIN} at first. */
  public DumpRequestBuilder selection(Selection wanted) {
    selection = wanted;
    return this;
  }

  /** 1 at first. */
  public DumpRequestBuilder concurrency(int requests) {
    concurrency = requests;
    return this;
  }

  /** {@link Politeness#NONE} at first. */
  public DumpRequestBuilder politeness(Politeness wanted) {
    politeness = wanted;
    return this;
  }

  /** {@link AcceptSettings#USUAL} at first. */
  public DumpRequestBuilder accept(AcceptSettings settings) {
    accept = settings;
    return this;
  }

  /** False at first. */
  public DumpRequestBuilder abort(boolean wanted) {
    abort = wanted;
    return this;
  }

  /** 3 at first. */
  public DumpRequestBuilder retries(int times) {
    retries = times;
    return this;
  }

  /** Five minutes at first. */
  public DumpRequestBuilder maxRetryWait(Duration wait) {
    maxRetryWait = wait;
    return this;
  }

  /** Ten minutes at first. */
  public DumpRequestBuilder outage(Duration longest) {
    outage = longest;
    return this;
  }

  /** None at first. */
  public DumpRequestBuilder credentials(Credentials shown) {
    credentials = shown;
    return this;
  }

  /** None at first. */
  public DumpRequestBuilder headers(Headers own) {
    headers = own;
    return this;
  }

  /** None at first. */
  public DumpRequestBuilder recordedHeaders(Set<String> names) {
    recordedHeaders = names;
    return this;
  }

  /** Null at first. */
  public DumpRequestBuilder userAgent(@Nullable String value) {
    userAgent = value;
    return this;
  }

  /** False at first. */
  public DumpRequestBuilder compressed(boolean wanted) {
    compressed = wanted;
    return this;
  }

  /** {@link TransportSettings#DEFAULTS} at first. */
  public DumpRequestBuilder transport(TransportSettings settings) {
    transport = settings;
    return this;
  }

  /** Nowhere at first. */
  public DumpRequestBuilder failed(@Nullable Path list) {
    failed = list;
    return this;
  }

  /** Null at first: all is asked for. */
  public DumpRequestBuilder onlyFailed(@Nullable Path list) {
    onlyFailed = list;
    return this;
  }

  /** For the owner only at first. */
  public DumpRequestBuilder permissions(Permissions wanted) {
    permissions = wanted;
    return this;
  }

  /** {@link Rerun#RESUME} at first. */
  public DumpRequestBuilder rerun(Rerun wanted) {
    rerun = wanted;
    return this;
  }

  /** {@code dicomweb-dump} at first. */
  public DumpRequestBuilder program(String nameAndVersion) {
    program = nameAndVersion;
    return this;
  }

  /**
   * The request.
   *
   * @throws IllegalArgumentException when a value is out of its range; the message says which
   */
  public DumpRequest build() {
    return new DumpRequest(
        root,
        folder,
        studies,
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
}
