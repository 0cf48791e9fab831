package dev.dicomwebdump.benchmarks.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An Orthanc of our own with its DICOMweb plugin, both as Debian has them. */
public final class Orthanc implements Closeable {

  private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
  private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI instances;
  private final ServerProcess process;

  /**
   * Starts it.
   *
   * @param root the path of its WADO-RS root, between slashes
   * @param folder for its configuration, log and storage; is made
   */
  Orthanc(int port, String root, Path folder) throws IOException {
    instances = URI.create("http://127.0.0.1:" + port + "/instances");
    Files.createDirectories(folder);
    Path config = folder.resolve("orthanc.json");
    new ObjectMapper().writeValue(config.toFile(), config(port, root, folder.resolve("store")));
    process =
        new ServerProcess(
            List.of(PROGRAM.toString(), config.toString()), folder.resolve("orthanc.log"), port);
  }

  /** Why it cannot be started on this machine, or null. */
  public static @Nullable String absence() {
    if (!Files.isExecutable(PROGRAM)) {
      return "Orthanc is not installed";
    }
    return Files.exists(PLUGIN) ? null : "the DICOMweb plugin of Orthanc is not installed";
  }

  /** Loads DICOM files (PS3.10) by its REST API. */
  public void load(Iterable<byte[]> files) throws IOException, InterruptedException {
    for (byte[] file : files) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(instances).POST(BodyPublishers.ofByteArray(file)).build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("Orthanc took no file: " + answer + " " + answer.body());
      }
    }
  }

  /** Its defaults but for where it is and what else it would serve. */
  private static Map<String, Object> config(int port, String root, Path store) {
    return Map.of(
        "StorageDirectory",
        store.toString(),
        "IndexDirectory",
        store.toString(),
        "Plugins",
        List.of(PLUGIN.toString()),
        "DicomServerEnabled",
        false,
        "HttpPort",
        port,
        "RemoteAccessAllowed",
        false,
        "AuthenticationEnabled",
        false,
        "DicomWeb",
        Map.of("Enable", true, "Root", root));
  }

  @Override
  public void close() {
    process.close();
  }
}
