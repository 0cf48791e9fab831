package dev.dicomwebdump.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An nginx of our own before a server: HTTPS and HTTP/2. */
final class TlsFront implements AutoCloseable {
  private static final String CONFIGURATION =
      """
      daemon off;
      worker_processes 1;
      pid FOLDER/pid;
      error_log FOLDER/error.log;
      events { worker_connections 256; }
      http {
        access_log FOLDER/access.log;
        client_body_temp_path FOLDER/body;
        proxy_temp_path FOLDER/proxy;
        fastcgi_temp_path FOLDER/fastcgi;
        uwsgi_temp_path FOLDER/uwsgi;
        scgi_temp_path FOLDER/scgi;
        server {
          listen 127.0.0.1:FRONT ssl http2;
          ssl_certificate FOLDER/certificate.pem;
          ssl_certificate_key FOLDER/key.pem;
          location / {
            proxy_pass http://127.0.0.1:BACK;
            proxy_http_version 1.1;
            proxy_set_header Host $http_host;
            proxy_set_header Forwarded "host=$http_host;proto=https";
          }
        }
      }
      """;

  private final Path folder;
  private final int port = Orthanc.freePort();
  private final ServerProcess process;

  /** Starts it; skips the test where nginx or openssl is not there. */
  TlsFront(Path folder, int back) throws IOException, InterruptedException {
    Optional<Path> nginx = Tools.find("nginx");
    assumeTrue(nginx.isPresent(), "nginx is not installed");
    assumeTrue(Tools.isOnPath("openssl"), "openssl is not installed");
    this.folder = folder;
    makeCertificate();
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        CONFIGURATION
            .replace("FOLDER", folder.toString())
            .replace("FRONT", Integer.toString(port))
            .replace("BACK", Integer.toString(back)));
    process =
        ServerProcess.start(
            List.of(
                nginx.orElseThrow().toString(),
                "-c",
                configuration.toString(),
                "-p",
                folder.toString()),
            folder.resolve("nginx.log"),
            port);
  }

  private void makeCertificate() throws IOException, InterruptedException {
    String options =
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
            + " -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout key.pem -out "
            + "certificate.pem";
    Program.Result made =
        new Invocation(Path.of("sh"), "-c", "cd '" + folder + "' && openssl " + options).run();
    if (made.exitCode() != 0) {
      throw new IllegalStateException(made.stderr());
    }
  }

  String certificate() {
    return folder.resolve("certificate.pem").toString();
  }

  String rootUrl() {
    return "https://127.0.0.1:" + port + "/dicom-web";
  }

  @Override
  public void close() {
    process.close();
  }
}
