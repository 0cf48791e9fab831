package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.util.HexFormat;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NativeDigestTest {

  @AfterEach
  void remove() {
    Security.removeProvider("dicomweb-dump");
  }

  @Test
  void theFirstDigestIsNativeAlready() throws NoSuchAlgorithmException {
    NativeDigest.prepare();
    MessageDigest first = MessageDigest.getInstance("SHA-256");

    assumeThat(Conscrypt.isAvailable()).isTrue();
    assertThat(first.getProvider().getName()).isEqualTo("dicomweb-dump");
    assertThat(HexFormat.of().formatHex(first.digest("abc".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
