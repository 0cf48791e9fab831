package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTrustTest {

  @TempDir Path folder;

  @Test
  void addsToWhomTheRuntimeTrusts() throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    Path pem = Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());

    assertThat(TlsTrust.withAuthorities(pem).trustManager().getAcceptedIssuers())
        .contains(TlsTrust.runtime().trustManager().getAcceptedIssuers())
        .contains(authority.certificate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a certificate",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
      })
  void refusesAFileWithoutCertificates(String content) throws Exception {
    Path pem = Files.writeString(folder.resolve("ca.pem"), content);
    assertThatThrownBy(() -> TlsTrust.withAuthorities(pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pem.toString());
  }

  @Test
  void passesOnThatAFileCannotBeRead() {
    assertThatThrownBy(() -> TlsTrust.withAuthorities(folder.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
