package dev.dicomwebdump.stress;

import dev.dicomwebdump.crawl.Cursor;
import dev.dicomwebdump.crawl.InstanceCursor;
import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.StudyCursor;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.proof.JudgedResponse;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a server can be asked for of a study: by its metadata, or, where that is not had,
 * by a search for its series and their metadata. Used by one thread.
 */
final class ServerAsks {

  private final Fetcher fetcher;
  private final ByteSize maxBody;
  private final StudyAsks into;

  ServerAsks(Fetcher fetcher, ByteSize maxBody, StudyAsks into) {
    this.fetcher = fetcher;
    this.maxBody = maxBody;
    this.into = into;
  }

  /**
   * Collects what a study has.
   *
   * @return why it could not be walked; null when it could
   * @throws CannotStressException when the server refuses the credentials
   */
  @Nullable Problem collect(Uid study) throws InterruptedException {
    Resource metadata = Resource.studyMetadata(study);
    JudgedResponse response = new JudgedResponse(metadata, Pixels.NONE, maxBody);
    Problem problem = problem(fetcher.fetch(metadata, Headers.NONE, response));
    if (problem != null) {
      return collectBySeries(study) ? null : problem;
    }
    try {
      return add(study, new StudyCursor(response.content(), study));
    } catch (IOException e) {
      return new Problem(Problem.Kind.JSON, "its metadata: " + e.getMessage());
    }
  }

  private boolean collectBySeries(Uid study) throws InterruptedException {
    Set<Uid> found = new SeriesSearch(fetcher, maxBody).seriesOf(study);
    boolean any = false;
    for (Uid series : found) {
      any |= collect(study, series);
    }
    return any;
  }

  private boolean collect(Uid study, Uid series) throws InterruptedException {
    Resource metadata = Resource.seriesMetadata(study, series);
    JudgedResponse response = new JudgedResponse(metadata, Pixels.NONE, maxBody);
    if (problem(fetcher.fetch(metadata, Headers.NONE, response)) != null) {
      return false;
    }
    try {
      return add(study, InstanceCursor.overSeries(response.content(), study, series)) == null;
    } catch (IOException e) {
      return false;
    }
  }

  private @Nullable Problem add(Uid study, Cursor<InstanceEntry> instances) throws IOException {
    boolean any = false;
    try (instances) {
      for (InstanceEntry entry = instances.next(); entry != null; entry = instances.next()) {
        if (entry instanceof InstanceName name) {
          into.add(study, name);
          any = true;
        }
      }
    }
    return any ? null : new Problem(Problem.Kind.JSON, "its metadata names no instance");
  }

  private static @Nullable Problem problem(Exchange exchange) {
    Refusal.check(exchange);
    return exchange.problem();
  }
}
