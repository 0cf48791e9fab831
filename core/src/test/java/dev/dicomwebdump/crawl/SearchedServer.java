package dev.dicomwebdump.crawl;

import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches on a fake server, page by page, without all that is around it in a dump. */
final class SearchedServer {

  private final HttpClient client = HttpClient.newHttpClient();
  private final DicomWebRoot root;

  SearchedServer(FakeDicomWebServer server) {
    this.root = DicomWebRoot.parse(server.rootUrl());
  }

  /** What a search found, and how it ended. */
  record Found(Set<Uid> uids, PagingEnd end) {}

  /** All studies of a query. */
  Found studies(StudyQuery query) throws IOException, InterruptedException {
    Set<Uid> seen = new HashSet<>();
    Paging paging = PageAsk.first(ResourceKind.STUDIES_SEARCH, query.encoded(), -1, PageForm.FIRST);
    while (paging instanceof PageAsk ask) {
      HttpResponse<byte[]> response = get(Resource.studiesSearch(ask.page()));
      paging = ask.after(read(response, new StudySearchCursor(body(response), seen)));
    }
    return new Found(seen, (PagingEnd) paging);
  }

  /** All instances of a study, or of a series of it. */
  Found instances(Uid study, @Nullable Uid series) throws IOException, InterruptedException {
    Set<Uid> seen = new HashSet<>();
    Paging paging = PageAsk.first(ResourceKind.INSTANCES_SEARCH, "", -1, PageForm.FIRST);
    while (paging instanceof PageAsk ask) {
      HttpResponse<byte[]> response = get(Resource.instancesSearch(study, series, ask.page()));
      InstanceSearchCursor cursor = new InstanceSearchCursor(body(response), study, series, seen);
      paging = ask.after(read(response, cursor));
    }
    return new Found(seen, (PagingEnd) paging);
  }

  /** All studies of a query, divided by date where a search is cut. */
  Set<Uid> divided(StudySearches searches) throws IOException, InterruptedException {
    Set<Uid> all = new HashSet<>();
    for (StudyQuery query = searches.next(); query != null; query = searches.next()) {
      Found found = studies(query);
      all.addAll(found.uids);
      searches.ended(query, found.end, true);
    }
    return all;
  }

  static StudySearches searches(StudyQuery query) {
    return new StudySearches(query, LocalDate.of(2026, 11, 23));
  }

  private HttpResponse<byte[]> get(Resource resource) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(root.urlOf(resource)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static ByteArrayInputStream body(HttpResponse<byte[]> response) {
    boolean none = response.statusCode() != 200;
    return new ByteArrayInputStream(none ? new byte[] {'[', ']'} : response.body());
  }

  private static PageRead read(HttpResponse<byte[]> response, SearchCursor<?> page)
      throws IOException {
    int status = response.statusCode();
    Metadata.all(page);
    return status == 200 || status == 204
        ? PageRead.had(
            status,
            page.entries(),
            page.fresh(),
            MoreResults.areTold(status, response.headers().allValues("Warning")))
        : PageRead.notHad(status);
  }
}
