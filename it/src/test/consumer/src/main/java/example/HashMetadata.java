package example;

import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.fetch.FetchSettings;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.transport.HttpTransport;
import dev.dicomwebdump.transport.TransportSettings;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Streams a response into a sink of one's own: here the digest of a study's metadata. */
class HashMetadata {
  public static void main(String[] args) throws Exception {
    DicomWebRoot root = DicomWebRoot.parse(args[0]);
    DigestSink sink = new DigestSink(MessageDigest.getInstance("SHA-256"));
    try (HttpTransport transport = new HttpTransport(TransportSettings.DEFAULTS)) {
      Fetcher fetcher = new Fetcher(root, FetchSettings.DEFAULTS, transport, EventListener.NONE);
      Resource metadata = Resource.studyMetadata(new Uid(args[1]));
      Exchange exchange = fetcher.fetch(metadata, Headers.NONE, sink);
      System.out.println(exchange.problem() == null ? sink.hex() : exchange.problem());
    }
  }

  record DigestSink(MessageDigest digest) implements ResponseSink {
    @Override
    public void head(ResponseHead head) {
      digest.reset(); // another attempt: what came before is void
    }

    @Override
    public void body(byte[] buffer, int offset, int length) {
      digest.update(buffer, offset, length);
    }

    @Override
    public Problem end() {
      return null; // a problem here is one of the exchange, and the fetcher may ask again
    }

    String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
