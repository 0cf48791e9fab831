package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigestsTest {

  @ParameterizedTest
  @EnumSource
  void eachFileHasItsOwnDigestHoweverManyCameBefore(DigestKind kind) {
    Digests digests = new Digests(kind);
    for (int file = 0; file < 200; file++) {
      Digest digest = digests.begin();
      update(digest, "file " + file);
      assertThat(digests.end(digest)).isEqualTo(alone(kind, "file " + file));
    }
  }

  @Test
  void oneIsUsedAgainOnlyAfterItsEnd() {
    Digests digests = new Digests(DigestKind.SHA256);
    Digest neverEnded = digests.begin();
    update(neverEnded, "broken off");
    Digest ended = digests.begin();
    digests.end(ended);

    assertThat(digests.begin()).isSameAs(ended);
    assertThat(digests.begin()).isNotSameAs(neverEnded).isNotSameAs(ended);
  }

  @Test
  void noneIsUsedForEver() {
    Digests digests = new Digests(DigestKind.SHA256);
    Set<Digest> used = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int file = 0; file < 100; file++) {
      Digest digest = digests.begin();
      used.add(digest);
      digests.end(digest);
    }

    assertThat(used).hasSize(2);
  }

  @Test
  void manyThreadsMayDigestAtOnce() throws Exception {
    Digests digests = new Digests(DigestKind.SHA256);

    Together.run(
        8,
        thread -> {
          for (int file = 0; file < 500; file++) {
            Digest digest = digests.begin();
            update(digest, thread + " ");
            update(digest, file + "");
            assertThat(digests.end(digest))
                .isEqualTo(alone(DigestKind.SHA256, thread + " " + file));
          }
        });
  }

  private static ContentDigest alone(DigestKind kind, String text) {
    Digest digest = new Digest(kind);
    update(digest, text);
    return digest.end();
  }

  private static void update(Digest digest, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    digest.update(bytes, 0, bytes.length);
  }
}
