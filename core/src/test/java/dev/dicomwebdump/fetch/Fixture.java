package dev.dicomwebdump.fetch;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A fetcher for a server in memory, with retries that wait for the longest that they may. */
final class Fixture {

  static final DicomWebRoot ROOT = DicomWebRoot.parse("https://pacs.example/dicom-web");
  static final Resource METADATA = Resource.studyMetadata(new Uid("1.1"));

  final FakeWaits waits;
  final List<Event> events = new ArrayList<>();
  final FakeSink sink = new FakeSink();
  final FakeTransport server;
  private final Fetcher fetcher;

  Fixture(FakeWaits waits, FetchSettings settings, Function<Request, Answer> script) {
    this.waits = waits;
    this.server = new FakeTransport(waits, script);
    this.fetcher = fetcher(settings);
  }

  Fixture(FetchSettings settings, Function<Request, Answer> script) {
    this(new FakeWaits(), settings, script);
  }

  Fixture(FetchSettings settings, Answer... script) {
    this.waits = new FakeWaits();
    this.server = new FakeTransport(waits, List.of(script));
    this.fetcher = fetcher(settings);
  }

  Fixture(Function<Request, Answer> script) {
    this(settings(3, Duration.ofMinutes(5)), script);
  }

  Fixture(Answer... script) {
    this(settings(3, Duration.ofMinutes(5)), script);
  }

  /** Settings without a wait for a server that is gone. */
  static FetchSettings settings(int retries, Duration maxRetryWait) {
    return settings(retries, maxRetryWait, Duration.ZERO);
  }

  static FetchSettings settings(int retries, Duration maxRetryWait, Duration outage) {
    return settings(retries, maxRetryWait, outage, AcceptSettings.USUAL);
  }

  static FetchSettings settings(
      int retries, Duration maxRetryWait, Duration outage, AcceptSettings accept) {
    return new FetchSettings(
        retries,
        maxRetryWait,
        outage,
        1,
        Politeness.NONE,
        accept,
        "identity",
        "dicomweb-dump",
        Headers.NONE,
        Credentials.none());
  }

  static Resource instance(int number) {
    return Resource.instance(new Uid("1.1"), new Uid("1.2"), new Uid("1.3." + number));
  }

  static Resource frame(int instance, int number) {
    return Resource.frame(new Uid("1.1"), new Uid("1.2"), new Uid("1.3." + instance), number);
  }

  Exchange fetch(Resource resource) throws InterruptedException {
    return fetcher.fetch(resource, Headers.NONE, sink);
  }

  /** How many requests it took. */
  int requestsFor(Resource resource) throws InterruptedException {
    int before = server.requests.size();
    fetch(resource);
    return server.requests.size() - before;
  }

  List<Duration> slept() {
    return waits.slept;
  }

  void cancel() {
    fetcher.cancel();
  }

  void windDown() {
    fetcher.windDown();
  }

  private Fetcher fetcher(FetchSettings settings) {
    return new Fetcher(ROOT, settings, server, waits, events::add, () -> 1.0);
  }
}
