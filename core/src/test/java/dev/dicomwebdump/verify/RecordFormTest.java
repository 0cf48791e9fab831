package dev.dicomwebdump.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFormTest {

  private static final Uid STUDY = new Uid("1.2");
  private static final Request REQUEST =
      new Request(URI.create("https://pacs.example/"), Headers.NONE);

  /** Only a page of a search may be complete without a body, and only when none came. */
  @ParameterizedTest
  @CsvSource({
    "true,  200, 0, 5, true",
    "true,  204, 0, 0, true",
    "true,  200, 0, 0, true",
    "true,  200, 5, 0, false",
    "true,  204, 0, 5, false",
    "true,  404, 0, 0, false",
    "false, 200, 0, 5, true",
    "false, 204, 0, 0, false",
    "false, 200, 0, 0, false",
  })
  void whatIsCompleteHasASuccess(
      boolean search, int status, long received, long stored, boolean sound) {
    Resource resource =
        search
            ? Resource.seriesSearch(STUDY, new SearchPage(1, "limit=1"))
            : Resource.studyMetadata(STUDY);
    String path = Layout.filesOf(resource).record();

    assertThat(RecordForm.contradiction(path, complete(resource, status, received, stored)))
        .isEqualTo(sound ? null : "is complete without a response that is");
  }

  private static DumpRecord complete(Resource resource, int status, long received, long stored) {
    ResponseHead head = new ResponseHead("HTTP/1.1", status, "", Headers.NONE);
    Exchange exchange =
        new Exchange(
            REQUEST, head, Instant.EPOCH, Timings.UNKNOWN, null, received, null, List.of());
    String name = Layout.nameOf(Layout.filesOf(resource).body());
    StoredBody body =
        stored == 0 ? null : new StoredBody(name, stored, ContentDigest.sha256("0".repeat(64)));
    return new DumpRecord(
        resource,
        resource.address(),
        Outcome.COMPLETE,
        null,
        List.of(),
        body,
        null,
        List.of(),
        null,
        exchange,
        stored,
        null,
        List.of());
  }
}
