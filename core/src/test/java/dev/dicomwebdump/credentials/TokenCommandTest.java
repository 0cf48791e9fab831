package dev.dicomwebdump.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          echo abc                          | Bearer abc
          printf '\\n  abc.d-e_f~+/==  \\n'  | Bearer abc.d-e_f~+/==
          echo noise >&2; x=b; echo a$x     | Bearer ab
          """)
  void whatTheCommandPrintsIsTheToken(String command, String authorization)
      throws InterruptedException {
    assertThat(Asked.by(BearerCredentials.ofCommand(command))).isEqualTo(authorization);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          echo s3cret; exit 3      | exit code 3
          echo s3cret more         | must give the token
          printf 's3cret\\nmore'   | must give the token
          printf 's3cr\\303\\251t' | must give the token
          true                     | must give the token
          no-such-s3cret-program   | exit code 127
          """)
  void aFailureIsAClearLineThatShowsNothing(String command, String words) {
    assertThatThrownBy(() -> Asked.by(BearerCredentials.ofCommand(command)))
        .isInstanceOf(CredentialsUnavailableException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("s3cr");
  }

  @Test
  void aCommandThatHangsEndsWhenTheRunDoes(@TempDir Path folder) throws Exception {
    Path fifo = folder.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    // Tells that it runs by opening the pipe, then waits for what never comes.
    Credentials credentials =
        BearerCredentials.ofCommand("echo up > " + fifo + "; sleep 100; echo late");
    CompletableFuture<Void> asked =
        CompletableFuture.runAsync(
            () ->
                assertThatThrownBy(() -> credentials.authorize(Asked.PLAIN))
                    .isInstanceOf(CredentialsUnavailableException.class));
    assertThat(Files.readString(fifo)).isEqualTo("up\n");

    credentials.cancel();

    asked.get();
  }
}
