package dev.dicomwebdump.testkit.server;

import java.util.ArrayList;
import java.util.List;
import kotlin.Pair;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Brings the web server's requests to the fake, and its answers back. */
final class AnsweringDispatcher extends Dispatcher {
  private final FakeDicomWebServer fake;

  AnsweringDispatcher(FakeDicomWebServer fake) {
    this.fake = fake;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    return fake.answer(received(request)).response();
  }

  private ReceivedRequest received(RecordedRequest request) {
    List<Header> headers = new ArrayList<>();
    for (Pair<? extends String, ? extends String> header : request.getHeaders()) {
      headers.add(new Header(header.getFirst(), header.getSecond()));
    }
    return new ReceivedRequest(
        request.getMethod(),
        request.getTarget(),
        fake.pathBelowRoot(request.getTarget()),
        headers,
        request.getVersion(),
        request.getConnectionIndex(),
        request.getExchangeIndex());
  }
}
