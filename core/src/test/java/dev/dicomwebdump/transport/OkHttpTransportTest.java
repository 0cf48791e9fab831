package dev.dicomwebdump.transport;

import org.junit.jupiter.api.Nested;

/** OkHttp under the contract, over each protocol. */
class OkHttpTransportTest {

  @Nested
  class OverHttp1 extends Http1TransportContract {
    OverHttp1() {
      super(Wire.HTTP_1);
    }

    @Override
    Transport open(TransportSettings settings) {
      return new OkHttpTransport(settings);
    }
  }

  @Nested
  class OverHttp1WithTls extends Http1TransportContract {
    OverHttp1WithTls() {
      super(Wire.HTTP_1_TLS);
    }

    @Override
    Transport open(TransportSettings settings) {
      return new OkHttpTransport(settings);
    }
  }

  @Nested
  class OverHttp2 extends TransportContract {
    OverHttp2() {
      super(Wire.HTTP_2_TLS);
    }

    @Override
    Transport open(TransportSettings settings) {
      return new OkHttpTransport(settings);
    }
  }

  @Nested
  class OverHttp2WithPriorKnowledge extends TransportContract {
    OverHttp2WithPriorKnowledge() {
      super(Wire.HTTP_2_PRIOR_KNOWLEDGE);
    }

    @Override
    Transport open(TransportSettings settings) {
      return new OkHttpTransport(settings);
    }
  }

  @Nested
  class Tls extends TlsContract {
    @Override
    Transport open(TransportSettings settings) {
      return new OkHttpTransport(settings);
    }
  }
}
