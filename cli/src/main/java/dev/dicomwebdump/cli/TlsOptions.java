package dev.dicomwebdump.cli;

import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.transport.ClientCertificate;
import dev.dicomwebdump.transport.TlsTrust;
import dev.dicomwebdump.transport.TransportSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for https: whom to trust, and which certificate to show. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TlsOptions {

  @Option(
      names = "--cacert",
      paramLabel = "FILE",
      description = "Trust the certificates in this PEM file too.")
  @Nullable Path caCertificates;

  @Option(names = "--insecure", description = "Trust any certificate. Anyone may then listen.")
  boolean insecure;

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = {
        "Certificate to show to the server (PEM, or PKCS #12 with its key).",
        "DICOMWEB_CERT_PASSWORD opens the key."
      })
  @Nullable Path certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Its key (PEM), where it is in a file of its own.")
  @Nullable Path key;

  /**
   * Whom to trust; null for whom the Java runtime does.
   *
   * @throws IllegalArgumentException when the authorities cannot be read
   */
  TransportSettings.@Nullable Tls trust() {
    if (insecure) {
      return TlsTrust.insecure();
    }
    if (caCertificates == null) {
      return null;
    }
    try {
      return TlsTrust.withAuthorities(caCertificates);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read --cacert " + caCertificates, e);
    }
  }

  /**
   * The certificate to show; null for none.
   *
   * @throws IllegalArgumentException when it cannot be had
   */
  @Nullable ClientCertificate certificate(DicomWebRoot root, Surroundings around) {
    if (certificate == null && key != null) {
      throw new IllegalArgumentException("--key goes with --cert");
    }
    if (certificate == null) {
      return null;
    }
    String password = Objects.requireNonNullElse(around.variable("DICOMWEB_CERT_PASSWORD"), "");
    try {
      return ClientCertificate.read(certificate, key, password, URI.create(root.base()));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read --cert " + certificate + " or its --key", e);
    }
  }
}
