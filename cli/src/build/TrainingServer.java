import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Serves one small study on free loopback ports while a command runs, in whose arguments {@code
 * @ROOT@} is replaced by the server's root and {@code @CA@} by its certificate. Of three frames it
 * sends one itself, one from https with HTTP/1.1 and one from https with HTTP/2, so that one run of
 * the command meets all three. Ends with the command's exit code. For the build alone.
 *
 * <p>Usage: TrainingServer FOLDER COMMAND…, where FOLDER is its own.
 */
final class TrainingServer extends Handler.Abstract {

  static final String STUDY = "2.999.1";

  private static final String SERVER = "server";
  private static final int INSTANCES = 4;
  private static final int FRAMES = 250;
  private static final int SIDE = 128;
  private static final String BOUNDARY = "training";
  private static final String FRAME_HEAD =
      "--" + BOUNDARY + "\r\nContent-Type: application/octet-stream\r\nContent-Length: "
          + SIDE * SIDE + "\r\n\r\n";

  private final Server server = new Server();
  private final List<ServerConnector> connectors = new ArrayList<>();

  private TrainingServer(Path keys) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(keys.toString());
    tls.setKeyStorePassword(STUDY);
    tls.setCertAlias(SERVER);
    HttpConnectionFactory http1 = new HttpConnectionFactory(new HttpConfiguration());
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(http1.getProtocol());
    connectors.add(new ServerConnector(server, http1));
    connectors.add(
        new ServerConnector(server, new SslConnectionFactory(tls, http1.getProtocol()), http1));
    connectors.add(
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, alpn.getProtocol()),
            alpn,
            new HTTP2ServerConnectionFactory(new HttpConfiguration()),
            http1));
    for (ServerConnector connector : connectors) {
      connector.setHost("127.0.0.1");
      server.addConnector(connector);
    }
    server.setHandler(this);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Path keys = folder.resolve("keys.p12");
    Path certificate = folder.resolve("ca.pem");
    certify(keys, certificate);
    TrainingServer training = new TrainingServer(keys);
    training.server.start();
    List<String> command = new ArrayList<>();
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      command.add(argument.replace("@ROOT@", training.root(0)).replace("@CA@", certificate.toString()));
    }
    int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
    training.server.stop();
    System.exit(exitCode);
  }

  /** As public servers have it: an authority, one below it, and the server's own certificate. */
  private static void certify(Path keys, Path authority) throws IOException, InterruptedException {
    String make = "-genkeypair -validity 1 ";
    keytool(keys, make + "-alias root -keyalg RSA -dname CN=root -ext bc:c");
    keytool(keys, make + "-alias issuer -keyalg EC -groupname secp256r1 -dname CN=issuer -ext bc:c -signer root");
    keytool(
        keys,
        make + "-alias " + SERVER + " -keyalg EC -groupname secp256r1 -dname CN=127.0.0.1"
            + " -ext san=ip:127.0.0.1 -signer issuer");
    keytool(keys, "-exportcert -rfc -alias root -file " + authority.getFileName());
  }

  private static void keytool(Path keys, String what) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
    command.addAll(List.of(what.split(" ")));
    command.addAll(List.of("-storepass", STUDY, "-keystore", keys.getFileName().toString()));
    Process keytool =
        new ProcessBuilder(command).directory(keys.getParent().toFile()).inheritIO().start();
    if (keytool.waitFor() != 0) {
      throw new IOException("no certificate was made");
    }
  }

  private String root(int connector) {
    String scheme = connector == 0 ? "http" : "https";
    return scheme + "://127.0.0.1:" + connectors.get(connector).getLocalPort();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    int frame = path.contains("/frames/") ? Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)) : 0;
    int turn = frame % connectors.size();
    if (path.endsWith("/metadata")) {
      send(response, callback, "application/dicom+json", metadata(path));
    } else if (frame == 0) {
      Response.writeError(request, response, callback, 404);
    } else if (turn != 0 && !request.isSecure()) {
      Response.sendRedirect(request, response, callback, root(turn) + path);
    } else {
      String type = "multipart/related; type=\"application/octet-stream\"; boundary=" + BOUNDARY;
      String body = FRAME_HEAD + "x".repeat(SIDE * SIDE) + "\r\n--" + BOUNDARY + "--\r\n";
      send(response, callback, type, body);
    }
    return true;
  }

  private static void send(Response response, Callback callback, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
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
