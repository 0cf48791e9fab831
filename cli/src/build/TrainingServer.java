import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Serves one small study on a free loopback port while a command runs, in whose arguments {@code
 * @ROOT@} is replaced by the server's root. Ends with the command's exit code. For the build alone.
 */
final class TrainingServer {

  static final String STUDY = "2.999.1";

  private static final int INSTANCES = 4;
  private static final int FRAMES = 250;
  private static final int SIDE = 128;
  private static final String BOUNDARY = "training";
  private static final String FRAME_HEAD =
      "--" + BOUNDARY + "\r\nContent-Type: application/octet-stream\r\nContent-Length: "
          + SIDE * SIDE + "\r\n\r\n";

  private TrainingServer() {}

  public static void main(String[] command) throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var threads = Executors.newFixedThreadPool(4);
    server.setExecutor(threads);
    server.createContext("/", TrainingServer::answer);
    server.start();
    String root = "http://127.0.0.1:" + server.getAddress().getPort();
    List<String> arguments = new ArrayList<>();
    for (String argument : command) {
      arguments.add(argument.replace("@ROOT@", root));
    }
    int exitCode = new ProcessBuilder(arguments).inheritIO().start().waitFor();
    server.stop(0);
    threads.shutdown();
    System.exit(exitCode);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/metadata")) {
      send(exchange, "application/dicom+json", metadata(path));
    } else if (path.contains("/frames/")) {
      String type = "multipart/related; type=\"application/octet-stream\"; boundary=" + BOUNDARY;
      send(exchange, type, FRAME_HEAD + "x".repeat(SIDE * SIDE) + "\r\n--" + BOUNDARY + "--\r\n");
    } else {
      exchange.sendResponseHeaders(404, -1);
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** The metadata of one instance, or of all. */
  private static String metadata(String path) {
    List<String> instances = new ArrayList<>();
    for (int number = 1; number <= INSTANCES; number++) {
      String sop = STUDY + ".1." + number;
      if (!path.contains("/instances/") || path.contains("/" + sop + "/")) {
        instances.add(instance(sop));
      }
    }
    return "[" + String.join(",", instances) + "]";
  }

  private static String instance(String sop) {
    return "{"
        + String.join(
            ",",
            element("00080018", "UI", "\"" + sop + "\""),
            element("0020000D", "UI", "\"" + STUDY + "\""),
            element("0020000E", "UI", "\"" + STUDY + ".1\""),
            element("00280002", "US", "1"),
            element("00280008", "IS", "" + FRAMES),
            element("00280010", "US", "" + SIDE),
            element("00280011", "US", "" + SIDE),
            element("00280100", "US", "8"),
            element("00291010", "LO", "\"" + "text ".repeat(10) + "\""))
        + ",\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"bulkdata/7FE00010\"}}";
  }

  private static String element(String tag, String vr, String value) {
    return "\"" + tag + "\":{\"vr\":\"" + vr + "\",\"Value\":[" + value + "]}";
  }
}
