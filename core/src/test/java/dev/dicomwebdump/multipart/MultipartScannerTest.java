package dev.dicomwebdump.multipart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartScannerTest {

  private static final String[] ATOMS = {
    "\r\n--b\r\n",
    "\n--b\n",
    "\r\n--b--",
    "--b",
    "\r",
    "\n",
    "-",
    " ",
    "x",
    "A: ",
    "Content-Length: "
  };

  static Stream<Fixture> fixtures() {
    return Fixtures.all();
  }

  static Stream<Fixture> smallFixtures() {
    return Fixtures.all().filter(fixture -> fixture.body().length() < 4000);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void aBodyIsReadAsItIs(Fixture fixture) {
    Scan scan = Scan.inPieces(fixture.boundary(), fixture.body());
    assertThat(scan.index().fault()).isEqualTo(fixture.fault());
    assertThat(scan.index().closed()).isEqualTo(fixture.closed());
    assertThat(scan.index().deviations()).isEqualTo(fixture.deviations());
    assertThat(scan.indexed(fixture.body())).isEqualTo(fixture.payloads());
    assertThat(scan.heard()).isEqualTo(fixture.payloads().subList(0, fixture.heard()));
    assertThat(scan.heardParts()).isEqualTo(scan.index().parts().subList(0, fixture.heard()));
  }

  @ParameterizedTest
  @MethodSource("smallFixtures")
  void howABodyArrivesMakesNoDifference(Fixture fixture) {
    Scan whole = Scan.inPieces(fixture.boundary(), fixture.body());
    for (int split = 0; split <= fixture.body().length(); split++) {
      assertThat(Scan.inPieces(fixture.boundary(), fixture.body(), split)).isEqualTo(whole);
    }
    assertThat(Scan.byteByByte(fixture.boundary(), fixture.body())).isEqualTo(whole);
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      assertThat(Scan.inRandomPieces(fixture.boundary(), fixture.body(), random)).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "b")
  void howAnyJumbleArrivesMakesNoDifference(@Nullable String boundary) {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      String body = jumble(random);
      Scan whole = Scan.inPieces(boundary, body);
      assertThat(Scan.byteByByte(boundary, body)).as(body).isEqualTo(whole);
      assertThat(Scan.inRandomPieces(boundary, body, random)).as(body).isEqualTo(whole);
    }
  }

  private static String jumble(Random random) {
    StringBuilder body = new StringBuilder();
    for (int count = random.nextInt(60); count > 0; count--) {
      String atom = ATOMS[random.nextInt(ATOMS.length)];
      body.append(atom.endsWith(": ") ? atom + random.nextInt(80) + "\r\n\r\n" : atom);
    }
    return body.toString();
  }

  @Test
  void headersAreKeptAsSentAndFoundInAnyCase() {
    String body =
        "--b\r\nContent-Type: a/b;\r\n c=d\r\nX-\u00e9:\u00e8 \r\nx-\u00e9: 2\r\n\r\n\r\n--b--";
    Part part = Scan.inPieces("b", body).index().parts().get(0);
    assertThat(part.headers())
        .isEqualTo(
            List.of(
                new PartHeader("Content-Type", "a/b; c=d"),
                new PartHeader("X-\u00e9", "\u00e8"),
                new PartHeader("x-\u00e9", "2")));
    assertThat(PartHeader.first(part.headers(), "content-TYPE")).isEqualTo("a/b; c=d");
    assertThat(PartHeader.first(part.headers(), "x-\u00e9")).isEqualTo("\u00e8");
    assertThat(PartHeader.first(part.headers(), "Content-Location")).isNull();
  }

  @Test
  void theBoundaryIsTold() {
    assertThat(Scan.inPieces("Aa", "--Aa--").index().boundary()).isEqualTo("Aa");
    assertThat(Scan.inPieces(null, "--Aa \t\r\n").index().boundary()).isEqualTo("Aa");
    assertThat(Scan.inPieces(null, "--Aa--").index().boundary()).isEqualTo("Aa");
    assertThat(Scan.inPieces(null, "").index().boundary()).isEmpty();
  }

  @Test
  void manyPartsShareTheHeadersThatAreEqual() {
    String part = "--b\r\nContent-Type: x/y\r\nX: %d\r\n\r\n\r\n";
    String body = part.formatted(1) + part.formatted(2) + part.formatted(2) + "--b--";
    List<Part> parts = Scan.inPieces("b", body).index().parts();

    assertThat(parts.get(1).headers().get(0)).isSameAs(parts.get(0).headers().get(0));
    assertThat(parts.get(1).headers().get(1)).isEqualTo(new PartHeader("X", "2"));
    assertThat(parts.get(2).headers()).isSameAs(parts.get(1).headers());
  }

  @Test
  void theHeadersOfAllPartsHaveALimit() {
    byte[] part =
        ("--b\r\nX: " + "x".repeat(60_000) + "\r\n\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    MultipartScanner scanner = new MultipartScanner("b", 2000, new Heard());
    for (int i = 0; i < 1200; i++) {
      scanner.accept(part, 0, part.length);
    }
    MultipartIndex index = scanner.finish();

    assertThat(index.fault()).isEqualTo(Fault.HEADERS_TOO_LONG);
    assertThat(index.parts()).hasSize((int) (MultipartScanner.MAX_ALL_HEADER_BYTES / 60_001));
  }
}
