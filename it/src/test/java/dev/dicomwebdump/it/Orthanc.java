package dev.dicomwebdump.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An Orthanc of our own, on a free port, with its storage in a folder that is given. */
final class Orthanc implements AutoCloseable {
  private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port = freePort();
  private final ServerProcess process;

  /** Starts it and waits until it answers; skips the test where there is none. */
  Orthanc(Path folder) throws IOException, InterruptedException {
    Optional<Path> program = Tools.find("Orthanc");
    assumeTrue(program.isPresent(), "Orthanc is not installed");
    assumeTrue(Files.exists(PLUGIN), "Orthanc's DICOMweb plugin is not installed");
    Path configuration = folder.resolve("orthanc.json");
    Files.writeString(configuration, configuration(folder));
    process =
        ServerProcess.start(
            List.of(program.orElseThrow().toString(), configuration.toString()),
            folder.resolve("orthanc.log"),
            port);
  }

  private String configuration(Path folder) throws IOException {
    return new ObjectMapper()
        .writeValueAsString(
            Map.of(
                "StorageDirectory",
                folder.resolve("store").toString(),
                "IndexDirectory",
                folder.resolve("store").toString(),
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
                "UnknownSopClassAccepted",
                true,
                "DicomWeb",
                Map.of("Enable", true, "Root", "/dicom-web/")));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  String rootUrl() {
    return "http://127.0.0.1:" + port + "/dicom-web";
  }

  /** Stores a file; tells whether it was taken. */
  boolean store(byte[] file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/instances"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  @Override
  public void close() {
    process.close();
  }
}
