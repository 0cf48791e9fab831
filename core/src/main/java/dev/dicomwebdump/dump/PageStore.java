package dev.dicomwebdump.dump;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.io.InputStream;

/** Where the pages of searches go that are made before a run. Used by one thread. */
interface PageStore {

  /** Begins with a page; the caller keeps or discards it. */
  Page begin(Resource page);

  /** A page on its way. */
  interface Page extends ResponseSink {

    /**
     * What came, content-decoded; to be read before it is kept.
     *
     * @throws IOException when it cannot be read
     */
    InputStream content() throws IOException;

    /** Keeps what came of it, be it the page or a refusal. */
    void keep(Exchange exchange);

    /** Leaves nothing behind. */
    void discard();
  }
}
