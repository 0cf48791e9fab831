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

/** The options for https: whom to trust, and which certificate to show. */
final class TlsOptions extends OptionGroup {

  private final Given<@Nullable Path> caCertificates =
      optional(Path.class, "--cacert")
          .label("FILE")
          .described("Trust the certificates in this PEM file too.");

  final Given<Boolean> insecure =
      flag("--insecure").described("Trust any certificate. Anyone may then listen.");

  private final Given<@Nullable Path> certificate =
      optional(Path.class, "--cert")
          .label("FILE")
          .described(
              "Certificate to show to the server (PEM, or PKCS #12 with its key).",
              "DICOMWEB_CERT_PASSWORD opens the key.");

  private final Given<@Nullable Path> key =
      optional(Path.class, "--key")
          .label("FILE")
          .described("Its key (PEM), where it is in a file of its own.");

  /**
   * Whom to trust; null for whom the Java runtime does.
   *
   * @throws IllegalArgumentException when the authorities cannot be read
   */
  TransportSettings.@Nullable Tls trust() {
    if (insecure.value()) {
      return TlsTrust.insecure();
    }
    if (caCertificates.value() == null) {
      return null;
    }
    try {
      return TlsTrust.withAuthorities(caCertificates.value());
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read --cacert " + caCertificates.value(), e);
    }
  }

  /**
   * The certificate to show; null for none.
   *
   * @throws IllegalArgumentException when it cannot be had
   */
  @Nullable ClientCertificate certificate(DicomWebRoot root, Surroundings around) {
    if (certificate.value() == null && key.value() != null) {
      throw new IllegalArgumentException("--key goes with --cert");
    }
    if (certificate.value() == null) {
      return null;
    }
    String password = Objects.requireNonNullElse(around.variable("DICOMWEB_CERT_PASSWORD"), "");
    try {
      return ClientCertificate.read(
          certificate.value(), key.value(), password, URI.create(root.base()));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read --cert " + certificate.value() + " or its --key", e);
    }
  }
}
