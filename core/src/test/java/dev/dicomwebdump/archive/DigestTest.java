package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

  /** The check values of the CRC catalogue and of FIPS 180-4; RFC 3720 has that of 32 zeros. */
  @ParameterizedTest
  @CsvSource({
    "CRC32C, 123456789, e3069283",
    "CRC32C, '', 00000000",
    "CRC32C, a, c1d04330",
    "SHA256, abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "NONE, abc, ''",
  })
  void theDigestIsThatOfItsStandard(DigestKind kind, String text, String hex) throws IOException {
    byte[] bytes = text.getBytes(US_ASCII);
    Digest inPieces = new Digest(kind);
    for (int at = 0; at < bytes.length; at++) {
      inPieces.update(bytes, at, 1);
    }

    ContentDigest expected = new ContentDigest(kind, hex);
    assertThat(inPieces.end()).isEqualTo(expected);
    assertThat(Digest.of(kind, new ByteArrayInputStream(bytes))).isEqualTo(expected);
  }

  @Test
  void itBeginsAnewAtItsEnd() {
    Digest digest = new Digest(DigestKind.CRC32C);
    digest.update(new byte[] {1}, 0, 1);
    digest.end();

    assertThat(digest.end().hex()).isEqualTo("00000000");
  }

  @Test
  void whatHasNoDigestIsNotRead() throws IOException {
    InputStream unreadable = InputStream.nullInputStream();
    unreadable.close();

    assertThat(Digest.of(DigestKind.NONE, unreadable)).isEqualTo(ContentDigest.NONE);
  }

  @Test
  void digitsThatTheKindHasNotAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ContentDigest(DigestKind.CRC32C, "12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "crc32c:0123abcd"})
  void whatIsPublishedIsReadBack(String published) {
    ContentDigest digest = ContentDigest.parse(published);

    assertThat(digest).isNotNull();
    assertThat(digest.published()).isEqualTo(published);
    assertThat(digest.sha256OrNull()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "crc32c:", "crc32c:0123ABCD", "crc32c:0123abc", "sha256:00", "md5", "NONE"})
  void whatIsPublishedByNobodyIsNone(String published) {
    assertThat(ContentDigest.parse(published)).isNull();
  }
}
