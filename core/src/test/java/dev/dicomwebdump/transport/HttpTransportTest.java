package dev.dicomwebdump.transport;

import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/** Our own HTTP/1.1 and OkHttp's HTTP/2 under the contract of transports. */
class HttpTransportTest {

  private static final Function<TransportSettings, Transport> OPENER = HttpTransport::new;

  @Nested
  class Responses extends ResponseContract {
    Responses() {
      super(OPENER);
    }
  }

  @Nested
  class Requests extends RequestContract {
    Requests() {
      super(OPENER);
    }
  }

  @Nested
  class NoResponses extends NoResponseContract {
    NoResponses() {
      super(OPENER);
    }
  }

  @Nested
  class Limits extends LimitContract {
    Limits() {
      super(OPENER);
    }
  }

  @Nested
  class Ends extends EndContract {
    Ends() {
      super(OPENER);
    }
  }

  @Nested
  class OverHttp1 extends Http1Contract {
    OverHttp1() {
      super(OPENER);
    }
  }

  @Nested
  class OverTls extends TlsContract {
    OverTls() {
      super(OPENER);
    }
  }
}
