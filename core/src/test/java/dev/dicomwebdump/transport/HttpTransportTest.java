package dev.dicomwebdump.transport;

/** Our own HTTP/1.1 and OkHttp's HTTP/2 under the contract of transports. */
class HttpTransportTest extends EveryContract {
  HttpTransportTest() {
    super(HttpTransport::new);
  }
}
