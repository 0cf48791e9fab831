package dev.dicomwebdump.testkit.server;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate authority of one server's own, and the certificate that it gave it. */
final class TlsIdentity {
  private final HeldCertificate authority =
      new HeldCertificate.Builder().commonName("fake DICOMweb CA").certificateAuthority(0).build();
  private final HeldCertificate server =
      new HeldCertificate.Builder()
          .commonName("fake DICOMweb server")
          .addSubjectAlternativeName("127.0.0.1")
          .addSubjectAlternativeName("localhost")
          .signedBy(authority)
          .build();

  SSLSocketFactory serverSockets() {
    return new HandshakeCertificates.Builder()
        .heldCertificate(server)
        .addTrustedCertificate(authority.certificate())
        .build()
        .sslSocketFactory();
  }

  SSLContext clientContext() {
    return new HandshakeCertificates.Builder()
        .addTrustedCertificate(authority.certificate())
        .build()
        .sslContext();
  }

  String clientPem() {
    HeldCertificate client =
        new HeldCertificate.Builder().commonName("fake client").signedBy(authority).build();
    return client.certificatePem() + client.privateKeyPkcs8Pem();
  }

  String authorityPem() {
    return authority.certificatePem();
  }
}
