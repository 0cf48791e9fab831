package dev.dicomwebdump.multipart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartRoundTripTest {

  private static final String[] BOUNDARIES = {"b", "-", "--", "b-b", "aXbXaXb", "0".repeat(73)};
  private static final String[] ATOMS = {"\r", "\n", "-", "--", "\r\n", "\r\n--", "\n--", "x", " "};

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void partsComeBackAsTheyWereWritten(String lineEnd) {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      String boundary = BOUNDARIES[random.nextInt(BOUNDARIES.length)];
      List<String> payloads = new ArrayList<>();
      StringBuilder body = new StringBuilder();
      for (int count = random.nextInt(5); count > 0; count--) {
        boolean sized = random.nextBoolean();
        String payload = payload(random, boundary, sized, lineEnd);
        String header = sized ? "Content-Length: " + payload.length() : "A: 1";
        body.append("--").append(boundary).append(lineEnd).append(header).append(lineEnd);
        body.append(lineEnd).append(payload).append(lineEnd);
        payloads.add(payload);
      }
      body.append("--").append(boundary).append("--");
      check(
          Scan.inRandomPieces(boundary, body.toString(), random), body.toString(), payloads, seed);
    }
  }

  private static void check(Scan scan, String body, List<String> payloads, int seed) {
    assertThat(scan.indexed(body)).as("seed %d", seed).isEqualTo(payloads);
    assertThat(scan.heard()).as("seed %d", seed).isEqualTo(payloads);
    assertThat(scan.index().closed()).as("seed %d", seed).isTrue();
    assertThat(scan.index().fault()).as("seed %d", seed).isNull();
  }

  /** Without a Content-Length a payload must not hold a delimiter; with one it may. */
  private static String payload(Random random, String boundary, boolean sized, String lineEnd) {
    while (true) {
      StringBuilder payload = new StringBuilder();
      for (int count = random.nextInt(40); count > 0; count--) {
        int atom = random.nextInt(ATOMS.length + 2);
        payload.append(atom < ATOMS.length ? ATOMS[atom] : prefix(random, boundary));
      }
      if (sized || !holdsDelimiter(payload.toString(), boundary, lineEnd)) {
        return payload.toString();
      }
    }
  }

  private static String prefix(Random random, String boundary) {
    return boundary.substring(0, 1 + random.nextInt(boundary.length()));
  }

  /** Says so rather too often: whenever a line begins like one. */
  private static boolean holdsDelimiter(String payload, String boundary, String lineEnd) {
    return (lineEnd + payload + lineEnd).contains(lineEnd + "--" + boundary);
  }
}
