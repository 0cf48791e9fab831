package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoTest {

  @TempDir Path temp;
  private final Program program = new Program();

  @Test
  void aFolderThatCannotBeWrittenEndsWithFive() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThat(program.run("demo", "-o", file.toString())).isEqualTo(5);
    assertThat(program.err()).contains("cannot write into " + file);
  }

  @Test
  void anotherStudyInTheFolderIsWrongUsage() throws IOException {
    Files.createDirectories(temp.resolve("1.2.3"));

    assertThat(program.run("demo", "-o", temp.toString())).isEqualTo(2);
    assertThat(program.err()).contains("holds something else").containsOnlyOnce("\n");
  }

  @ParameterizedTest
  @CsvSource({"--help", "-h"})
  void theHelpNamesAllCommands(String option) {
    assertThat(program.run(option)).isZero();
    assertThat(program.out()).contains("demo ", "verify ", "serve ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          http://127.0.0.1:8000/dicom-web | http://127.0.0.1:8000/dicom-web
          my demo                         | 'my demo'
          it's                            | 'it'\\''s'
          $HOME                           | '$HOME'
          """)
  void whatIsShownCanBeCopied(String argument, String word) {
    assertThat(ShellWord.of(argument)).isEqualTo(word);
  }

  @Test
  void aTemporaryFolderIsRemovedWithAllThatIsInIt() throws IOException {
    TemporaryFolder folder = TemporaryFolder.make();
    Files.createFile(Files.createDirectories(folder.path().resolve("a/b")).resolve("c"));

    folder.remove();
    folder.remove();

    assertThat(folder.path()).doesNotExist();
  }
}
