package dev.dicomwebdump.testkit.server;

import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A DICOMweb server on a free loopback port that serves synthetic studies, records what it is
 * asked, and does what its rules say. The first rule that takes a request decides; without one the
 * answer is normal, and the same whatever Accept says. Thread-safe; rules may be added while it
 * serves. Closing it ends all connections, and with them stalls and holds.
 */
public final class FakeDicomWebServer implements AutoCloseable {
  /** How long anything waits for what does not come, so that a test fails and does not hang. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();
  private final Connections connections = new Connections();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final InFlight inFlight = new InFlight();
  private final RequestLog log = new RequestLog();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final StudyResources resources;
  private final SearchResources searches;
  private final String prefix;
  private final WireProtocol protocol;
  private final @Nullable TlsIdentity identity;

  private FakeDicomWebServer(Builder builder) throws IOException {
    resources = new StudyResources(builder.studies);
    searches = new SearchResources(builder.studies, builder.searching);
    prefix = builder.prefix;
    protocol = builder.protocol;
    identity = protocol.isTls() ? new TlsIdentity() : null;
    configureProtocol();
    if (builder.demandsCertificate) {
      server.requireClientAuth();
    }
    server.setServerSocketFactory(connections);
    server.setDispatcher(new AnsweringDispatcher(this));
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  /** Starts a server over HTTP/1.1 below {@code /dicom-web}. */
  public static FakeDicomWebServer serving(SyntheticStudy... studies) {
    Builder builder = builder();
    List.of(studies).forEach(builder::study);
    return builder.start();
  }

  /** For a server with other settings. */
  public static Builder builder() {
    return new Builder();
  }

  private void configureProtocol() {
    if (identity != null) {
      server.useHttps(identity.serverSockets());
      server.setProtocolNegotiationEnabled(protocol == WireProtocol.TLS);
    } else if (protocol == WireProtocol.HTTP_2_PRIOR_KNOWLEDGE) {
      server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }
  }

  /** The WADO-RS root, without {@code /studies} and final slash; its host is 127.0.0.1. */
  public String rootUrl() {
    return root("127.0.0.1");
  }

  /** The same root as another origin: its host is {@code localhost}. */
  public String otherOriginRootUrl() {
    return root("localhost");
  }

  private String root(String host) {
    return (protocol.isTls() ? "https" : "http") + "://" + host + ":" + server.getPort() + prefix;
  }

  /** A URL below the root; the path begins with a slash and may have a query. */
  public URI url(String path) {
    return URI.create(rootUrl() + path);
  }

  /**
   * Adds a rule for some requests, after all others. It gives the normal answer until it is told
   * more: {@code when(pathEndsWith("/frames/2")).reply(status(503)).times(2)}.
   */
  public Rule when(RequestMatch match) {
    Rule rule = new Rule(match);
    rules.add(rule);
    return rule;
  }

  /** Adds a rule that answers such requests with a status unless their Accept is right. */
  public Rule acceptOnly(RequestMatch match, Predicate<String> accept, int status) {
    return when(match.and(RequestMatch.accept(accept.negate()))).reply(Replies.status(status));
  }

  /** Adds a rule that answers 401 unless the Authorization header is exactly that. */
  public Rule demandAuthorization(String authorization) {
    return when(RequestMatch.header("Authorization", value -> !authorization.equals(value)))
        .reply(Replies.status(401).header("WWW-Authenticate", "Bearer realm=\"fake\""));
  }

  /** Forgets all rules. */
  public void clearRules() {
    rules.clear();
  }

  /** Resets the next connections as soon as they come, before they are read from. */
  public void resetNextConnections(int connectionCount) {
    connections.resetNext(connectionCount);
  }

  /**
   * Holds the answers to such requests until so many have come; then, and ever after, holds none.
   * Where they do not come, all are answered after 20 seconds, so that the test fails by {@link
   * #greatestInFlight}.
   */
  public void holdUntilInFlight(RequestMatch match, int requests) {
    inFlight.hold(match, requests);
  }

  /** Answers all that is held, and holds no more. */
  public void releaseHeld() {
    inFlight.releaseAll();
  }

  /**
   * The greatest number of requests that had come and were not being answered yet. A client that
   * has no more than n open at once makes no more than n of it.
   */
  public int greatestInFlight() {
    return inFlight.greatest();
  }

  /** The requests that came so far, in order; connections that were reset at once made none. */
  public List<ReceivedRequest> requests() {
    return log.all();
  }

  /** Those of the requests so far. */
  public List<ReceivedRequest> requests(RequestMatch match) {
    return log.all().stream().filter(match::matches).toList();
  }

  /** Forgets the requests so far. */
  public void clearRequests() {
    log.clear();
  }

  /**
   * Waits until so many such requests have come.
   *
   * @throws IllegalStateException when they have not after 20 seconds
   */
  public void awaitRequests(RequestMatch match, int count) throws InterruptedException {
    log.await(match, count, PATIENCE);
  }

  /**
   * The certificate authority that a client must trust, as PEM.
   *
   * @throws IllegalStateException when the server speaks no TLS
   */
  public String authorityPem() {
    return requireIdentity().authorityPem();
  }

  /**
   * A certificate with its key (PKCS #8) that the server accepts of a client, as PEM: a new one for
   * each call.
   *
   * @throws IllegalStateException when the server speaks no TLS
   */
  public String clientPem() {
    return requireIdentity().clientPem();
  }

  /**
   * A client's context that trusts this server alone.
   *
   * @throws IllegalStateException when the server speaks no TLS
   */
  public SSLContext clientSslContext() {
    return requireIdentity().clientContext();
  }

  private TlsIdentity requireIdentity() {
    if (identity == null) {
      throw new IllegalStateException("this server speaks no TLS");
    }
    return identity;
  }

  AnswerWriter answer(ReceivedRequest request) throws InterruptedException {
    log.add(request);
    inFlight.enter(request, PATIENCE);
    try {
      return new AnswerWriter(
          scripted(request), request.isHttp2(), connections.get(request.connection()), closing);
    } finally {
      inFlight.leave();
    }
  }

  /** A reply that fails is a defect of the test; answering lets the test see it. */
  private Answer scripted(ReceivedRequest request) {
    try {
      Answer normal = normal(request);
      return rules.stream()
          .filter(rule -> rule.takes(request))
          .findFirst()
          .map(rule -> rule.currentReply().to(request, normal))
          .orElse(normal);
    } catch (RuntimeException e) {
      return Answer.of(500, "text/plain", Body.of("the fake server failed: " + e));
    }
  }

  private Answer normal(ReceivedRequest request) {
    if (!request.method().equals("GET")) {
      return StudyResources.error(405, "GET only").withHeader("Allow", "GET");
    }
    if (!request.target().startsWith(prefix + "/")) {
      return StudyResources.error(404, "not below the root");
    }
    QueryString query = new QueryString(request.query());
    Answer found = searches.answer(request.path(), query, rootUrl());
    return found != null ? found : resources.answer(request.path(), rootUrl());
  }

  String pathBelowRoot(String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
  }

  @Override
  public void close() {
    closing.countDown();
    inFlight.releaseAll();
    server.close();
  }

  /** Settings of a server. Not thread-safe. */
  public static final class Builder {
    private final List<SyntheticStudy> studies = new ArrayList<>();
    private String prefix = "/dicom-web";
    private WireProtocol protocol = WireProtocol.HTTP_1_1;
    private boolean demandsCertificate;
    private Searching searching = Searching.standard();

    private Builder() {}

    /** Serves one study more. */
    public Builder study(SyntheticStudy study) {
      studies.add(study);
      return this;
    }

    /** How searches are answered. */
    public Builder searching(Searching way) {
      searching = way;
      return this;
    }

    /** What comes before {@code /studies}: empty, or with a slash at its beginning only. */
    public Builder prefix(String path) {
      prefix = path;
      return this;
    }

    /** What the server speaks. */
    public Builder protocol(WireProtocol spoken) {
      protocol = spoken;
      return this;
    }

    /**
     * Speaks only with clients that show a certificate: see {@link FakeDicomWebServer#clientPem}.
     */
    public Builder demandClientCertificate() {
      demandsCertificate = true;
      return this;
    }

    /**
     * Starts it.
     *
     * @throws IllegalStateException when there is no port to be had
     */
    public FakeDicomWebServer start() {
      try {
        return new FakeDicomWebServer(this);
      } catch (IOException e) {
        throw new IllegalStateException("the fake server does not start", e);
      }
    }
  }
}
