package example;

import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.StudyCursor;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.MemorySink;
import dev.dicomwebdump.fetch.FetchSettings;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.transport.HttpTransport;
import dev.dicomwebdump.transport.TransportSettings;

/** Lists what a study's metadata names, and fetches nothing else. */
class ListStudy {
  public static void main(String[] args) throws Exception {
    DicomWebRoot root = DicomWebRoot.parse(args[0]);
    Uid study = new Uid(args[1]);
    MemorySink metadata = new MemorySink();
    try (HttpTransport transport = new HttpTransport(TransportSettings.DEFAULTS)) {
      Fetcher fetcher = new Fetcher(root, FetchSettings.DEFAULTS, transport, EventListener.NONE);
      Exchange exchange = fetcher.fetch(Resource.studyMetadata(study), Headers.NONE, metadata);
      if (exchange.problem() != null) {
        throw new IllegalStateException(exchange.problem().message());
      }
    }
    try (StudyCursor entries = new StudyCursor(metadata.content(), study)) {
      for (InstanceEntry entry = entries.next(); entry != null; entry = entries.next()) {
        System.out.println(entry instanceof InstanceName named ? line(study, named) : entry);
      }
    }
  }

  private static String line(Uid study, InstanceName named) {
    Resource file = Resource.instance(study, named.series(), named.instance());
    int values = named.bulk().named().size();
    return file + ": " + named.pixels().frames() + " frames, " + values + " values elsewhere";
  }
}
