package dev.dicomwebdump.record;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.Digests;
import dev.dicomwebdump.archive.Permissions;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArrivingBodyTest {

  private static final Digests DIGESTS = new Digests(DigestKind.SHA256);

  @TempDir Path temp;

  static Stream<Function<ArchiveFolder, ArrivingBody>> bodies() {
    return Stream.of(
        folder -> new DigestedFile(folder, "1.2/metadata", DIGESTS),
        folder -> new UnkeptBody(folder, DIGESTS, true));
  }

  /** By then another response may have the digest. */
  @ParameterizedTest
  @MethodSource("bodies")
  void nothingCanBeWrittenOnceTheDigestIsTold(Function<ArchiveFolder, ArrivingBody> bodies) {
    ArrivingBody body = bodies.apply(ArchiveFolder.open(temp, Permissions.UMASK, warning -> {}));
    body.write(new byte[1], 0, 1);
    body.digest();

    assertThatIllegalStateException().isThrownBy(() -> body.write(new byte[1], 0, 1));
    body.discard();
  }
}
