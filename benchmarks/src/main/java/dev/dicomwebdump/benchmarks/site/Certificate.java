package dev.dicomwebdump.benchmarks.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HeldCertificate;

/** A certificate for 127.0.0.1 of an authority of its own, as PEM files. */
final class Certificate {

  private Certificate() {}

  /** Writes server.pem, server.key and ca.pem, which clients are to trust. */
  static void write(Path folder) throws IOException {
    HeldCertificate authority =
        new HeldCertificate.Builder().commonName("benchmark CA").certificateAuthority(0).build();
    HeldCertificate server =
        new HeldCertificate.Builder()
            .commonName("benchmark")
            .addSubjectAlternativeName("127.0.0.1")
            .signedBy(authority)
            .build();
    Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
    Files.writeString(folder.resolve("server.pem"), server.certificatePem());
    Files.writeString(folder.resolve("server.key"), server.privateKeyPkcs8Pem());
  }
}
