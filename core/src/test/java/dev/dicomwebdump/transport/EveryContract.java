package dev.dicomwebdump.transport;

import java.util.function.Function;
import org.junit.jupiter.api.Nested;

/** All that is asked of a transport. */
abstract class EveryContract {

  private final Function<TransportSettings, Transport> opener;

  EveryContract(Function<TransportSettings, Transport> opener) {
    this.opener = opener;
  }

  @Nested
  class Responses extends ResponseContract {
    Responses() {
      super(opener);
    }
  }

  @Nested
  class Requests extends RequestContract {
    Requests() {
      super(opener);
    }
  }

  @Nested
  class NoResponses extends NoResponseContract {
    NoResponses() {
      super(opener);
    }
  }

  @Nested
  class Limits extends LimitContract {
    Limits() {
      super(opener);
    }
  }

  @Nested
  class Ends extends EndContract {
    Ends() {
      super(opener);
    }
  }

  @Nested
  class OverHttp1 extends Http1Contract {
    OverHttp1() {
      super(opener);
    }
  }

  @Nested
  class OverTls extends TlsContract {
    OverTls() {
      super(opener);
    }
  }
}
