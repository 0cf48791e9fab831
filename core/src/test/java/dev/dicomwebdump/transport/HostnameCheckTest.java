package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostnameCheckTest {

  @ParameterizedTest
  @CsvSource({
    "pacs.example, pacs.example, true",
    "pacs.example, PACS.example., true",
    "pacs.example., pacs.example, true",
    "my_pacs, my_pacs, true",
    "my_pacs.example, *.example, true",
    "a.b.example, *.b.example, true",
    "a.b.example, *.example, false",
    "b.example, *.b.example, false",
    "b.example, b*.example, false",
    "pacs.example, other.example, false",
    "pacs.example, pacs.example.com, false",
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "::1, ::2, false",
    "1.2.3.4, *.2.3.4, false",
  })
  void aCertificateIsForTheHostsThatItNames(String host, String name, boolean isFor) {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName(name).build();
    assertThat(HostnameCheck.isFor(host, certificate.certificate())).isEqualTo(isFor);
  }

  @Test
  void theCommonNameDoesNotCount() {
    HeldCertificate certificate = new HeldCertificate.Builder().commonName("pacs.example").build();
    assertThat(HostnameCheck.isFor("pacs.example", certificate.certificate())).isFalse();
  }
}
