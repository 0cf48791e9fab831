package dev.dicomwebdump.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticSeries;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The npm package dicomweb-client, in a browser, gets of a replay what the dump holds. */
class DicomwebClientIT {
  private static final SyntheticStudy STUDY = SyntheticStudies.small();
  private static final SyntheticSeries SERIES = STUDY.series().get(0);

  /** Has three frames. */
  private static final SyntheticInstance INSTANCE = SERIES.instances().get(2);

  private static final String ALL =
      "metadata,series-metadata,instance-metadata,frames,instances,bulkdata,rendered,thumbnails,qido";

  private final ObjectMapper json = new ObjectMapper();
  @TempDir private Path temp;

  @Test
  void getsWhatWasDumped() throws Exception {
    BrowserClients clients = BrowserClients.install();
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY)) {
      assertAllIsHad(clients, server.rootUrl());
    }
  }

  @Test
  void getsWhatWasDumpedOfOrthanc() throws Exception {
    BrowserClients clients = BrowserClients.install();
    try (Orthanc orthanc = new Orthanc(Files.createDirectory(temp.resolve("orthanc")))) {
      for (SyntheticInstance instance : STUDY.instances()) {
        assertThat(orthanc.store(instance.p10())).isTrue();
      }
      assertAllIsHad(clients, orthanc.rootUrl());
    }
  }

  private void assertAllIsHad(BrowserClients clients, String root) throws Exception {
    DumpFolder dump =
        Dump.of(root, STUDY.uid(), temp.resolve("dump"), "--only", ALL, "--bulkdata", "all", "-m")
            .folder();
    try (ServedDump served = ServedDump.of(temp.resolve("dump"))) {
      Replayed replayed = new Replayed(dump, root, served.root());
      JsonNode called =
          clients.run(
              "call-dicomweb-client.js",
              served.root(),
              STUDY.uid(),
              SERIES.uid(),
              INSTANCE.uid(),
              "2",
              bulkDataUri(replayed));

      Map<String, JsonNode> results = new TreeMap<>();
      called.at("/results").properties().forEach(each -> results.put(each.getKey(), shown(each)));
      assertThat(results).isEqualTo(expected(replayed));
      assertThat(results.keySet()).containsAll(texts(called.at("/offered")));
    }
  }

  /**
   * A dump that is served.
   *
   * @param recorded the root URL that it came from
   * @param served the root URL that it is served at
   */
  private record Replayed(DumpFolder dump, String recorded, String served) {}

  private String bulkDataUri(Replayed replayed) throws Exception {
    return metadata(replayed, name(INSTANCE)).at("/json/0/7FE00010/BulkDataURI").textValue();
  }

  private Map<String, JsonNode> expected(Replayed replayed) throws Exception {
    String study = STUDY.uid();
    String series = study + "/series/" + SERIES.uid();
    String instance = name(INSTANCE);
    DumpFolder dump = replayed.dump();
    byte[] pixels = dump.bytes(instance + "/bulkdata/7FE00010.bin");
    Map<String, JsonNode> expected = new TreeMap<>();
    expected.put("searchForStudies", uids(Stream.of(STUDY.uid())));
    for (String search : List.of("searchForSeries", "searchForSeries of all studies")) {
      expected.put(search, uids(STUDY.series().stream().map(SyntheticSeries::uid)));
    }
    expected.put("searchForInstances", uids(instances(SERIES.instances())));
    for (String of : List.of("a study", "all studies")) {
      expected.put("searchForInstances of " + of, uids(instances(STUDY.instances())));
    }
    expected.put("retrieveStudyMetadata", metadata(replayed, study));
    expected.put("retrieveSeriesMetadata", metadata(replayed, series));
    expected.put("retrieveInstanceMetadata", metadata(replayed, instance));
    expected.put("retrieveInstanceFrames", payloads(dump, instance + "/frames/2"));
    expected.put(
        "retrieveInstanceFrames of a list",
        payloads(dump, instance + "/frames/2", instance + "/frames/1"));
    expected.put("retrieveInstanceRendered", payloads(dump, instance + "/rendered"));
    expected.put("retrieveInstanceThumbnail", payloads(dump, instance + "/thumbnail"));
    expected.put("retrieveInstanceFramesRendered", payloads(dump, instance + "/frames/2.rendered"));
    // No dump holds thumbnails of frames.
    expected.put("retrieveInstanceFramesThumbnail", json.valueToTree(Map.of("status", 404)));
    expected.put("retrieveInstance", payloads(dump, file(INSTANCE)));
    expected.put("retrieveSeries", payloads(dump, files(SERIES.instances())));
    expected.put("retrieveStudy", payloads(dump, files(STUDY.instances())));
    expected.put("retrieveBulkData", digests(Stream.of(pixels)));
    expected.put(
        "retrieveBulkData of a range", digests(Stream.of(Arrays.copyOfRange(pixels, 2, 10))));
    return expected;
  }

  /** What a call gave: of a search the UIDs that it found, sorted; else all. */
  private JsonNode shown(Map.Entry<String, JsonNode> result) {
    JsonNode found = result.getValue().at("/json");
    if (!result.getKey().startsWith("search") || found.isMissingNode()) {
      return result.getValue();
    }
    String tag =
        result.getKey().startsWith("searchForStudies")
            ? "0020000D"
            : result.getKey().startsWith("searchForSeries") ? "0020000E" : "00080018";
    return uids(
        StreamSupport.stream(found.spliterator(), false)
            .map(entry -> entry.at("/" + tag + "/Value/0").textValue()));
  }

  private JsonNode uids(Stream<String> uids) {
    return json.valueToTree(uids.sorted().toList());
  }

  private JsonNode metadata(Replayed replayed, String place) throws Exception {
    String document = new String(replayed.dump().bytes(place + "/metadata"), UTF_8);
    String leading = document.replace(replayed.recorded(), replayed.served());
    return json.valueToTree(Map.of("json", json.readTree(leading)));
  }

  /** The payloads of resources; or how the one failed. */
  private JsonNode payloads(DumpFolder dump, String... names) {
    if (names.length == 1 && !dump.has(names[0] + ".bin")) {
      int status = dump.record(names[0]).at("/response/status").intValue();
      return json.valueToTree(Map.of("status", status));
    }
    return digests(Stream.of(names).map(name -> dump.bytes(name + ".bin")));
  }

  private JsonNode digests(Stream<byte[]> parts) {
    return json.valueToTree(Map.of("sha256", parts.map(Digests::sha256).toList()));
  }

  private static Stream<String> instances(List<SyntheticInstance> instances) {
    return instances.stream().map(SyntheticInstance::uid);
  }

  private static String[] files(List<SyntheticInstance> instances) {
    return instances.stream().map(DicomwebClientIT::file).toArray(String[]::new);
  }

  private static String file(SyntheticInstance instance) {
    return name(instance) + "/_/" + instance.uid();
  }

  private static String name(SyntheticInstance instance) {
    return instance.path().replace("/studies/", "");
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
