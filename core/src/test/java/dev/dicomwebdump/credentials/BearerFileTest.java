package dev.dicomwebdump.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BearerFileTest {

  @TempDir Path folder;
  private Path file = Path.of("");
  private Credentials credentials = Credentials.none();

  @BeforeEach
  void aFile() {
    file = folder.resolve("token");
    credentials = new BearerFile(file);
  }

  @Test
  void aNewTokenInTheFileIsUsedAtOnce() throws Exception {
    Files.writeString(file, "one\n");
    assertThat(Asked.by(credentials)).isEqualTo("Bearer one");
    Files.writeString(file, "two\n");
    assertThat(Asked.by(credentials)).isEqualTo("Bearer two");
  }

  @Test
  void aRefusedTokenIsRenewedWhenTheFileHasAnother() throws Exception {
    Files.writeString(file, "one");
    Request refused = credentials.authorize(Asked.PLAIN);
    assertThat(credentials.renew(refused)).isFalse();
    Files.writeString(file, "two");
    assertThat(credentials.renew(refused)).isTrue();
  }

  @Test
  void aFileThatIsEmptyForAMomentKeepsTheTokenThatItHad() throws Exception {
    Files.writeString(file, "one");
    assertThat(Asked.by(credentials)).isEqualTo("Bearer one");
    Files.writeString(file, "");
    assertThat(Asked.by(credentials)).isEqualTo("Bearer one");
  }

  @Test
  void aFileThatHasNoneIsSaidByName() throws Exception {
    assertThatThrownBy(() -> Asked.by(credentials))
        .isInstanceOf(CredentialsUnavailableException.class)
        .hasMessageContaining(file.toString());
    Files.writeString(file, "");
    assertThatThrownBy(() -> Asked.by(credentials))
        .isInstanceOf(CredentialsUnavailableException.class)
        .hasMessageContaining(file.toString());
  }
}
