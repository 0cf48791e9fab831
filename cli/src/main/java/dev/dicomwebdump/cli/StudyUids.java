package dev.dicomwebdump.cli;

import dev.dicomwebdump.resource.Uid;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The studies that the user names: on the command line, or one a line on stdin. */
final class StudyUids {

  private final InputStream in;

  StudyUids(InputStream in) {
    this.in = in;
  }

  /**
   * @throws IllegalArgumentException when one of them is no UID, or there is none
   */
  List<Uid> read(List<String> named) {
    List<Uid> studies = new ArrayList<>();
    for (String name : named) {
      if (name.equals("-")) {
        fromLines().forEach(line -> studies.add(new Uid(line)));
      } else {
        studies.add(new Uid(name));
      }
    }
    if (studies.isEmpty()) {
      throw new IllegalArgumentException("no study UID came from stdin");
    }
    return studies;
  }

  private List<String> fromLines() {
    try {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException("stdin cannot be read", e);
    }
  }
}
