package dev.dicomwebdump.multipart;

import static dev.dicomwebdump.multipart.Deviation.BOUNDARY_FROM_BODY;
import static dev.dicomwebdump.multipart.Deviation.BOUNDARY_IN_DATA;
import static dev.dicomwebdump.multipart.Deviation.DELIMITER_AFTER_CLOSE;
import static dev.dicomwebdump.multipart.Deviation.EPILOGUE;
import static dev.dicomwebdump.multipart.Deviation.LEADING_BLANK_LINE;
import static dev.dicomwebdump.multipart.Deviation.LF_ONLY;
import static dev.dicomwebdump.multipart.Deviation.NOTHING_BETWEEN;
import static dev.dicomwebdump.multipart.Deviation.NO_BLANK_LINE;
import static dev.dicomwebdump.multipart.Deviation.NO_HEADERS;
import static dev.dicomwebdump.multipart.Deviation.PREAMBLE;

import java.util.stream.Stream;

/** Bodies as servers send them, with what they must be read as. */
final class Fixtures {

  private static final String LONG = "0123456789abcdef-".repeat(5).substring(0, 73);

  private Fixtures() {}

  static Stream<Fixture> all() {
    return Stream.of(plain(), odd(), data(), lengths(), open(), faulty()).flatMap(all -> all);
  }

  private static Stream<Fixture> plain() {
    return Stream.of(
        Fixture.of("one part", "b", "--b\r\nA: 1\r\n\r\nxyz\r\n--b--\r\n", "xyz"),
        Fixture.of("no final line end", "b", "--b\r\nA: 1\r\n\r\nxyz\r\n--b--", "xyz"),
        Fixture.of("two", "b", "--b\r\nA: 1\r\n\r\nx\r\n--b\r\nA: 2\r\n\r\ny\r\n--b--", "x", "y"),
        Fixture.of("no parts", "b", "--b--"),
        Fixture.of("no parts, line end", "b", "--b--\r\n\r\n"),
        Fixture.of("empty part", "b", "--b\r\nA: 1\r\n\r\n\r\n--b--", ""),
        Fixture.of("part without body", "b", "--b\r\nA: 1\r\n\r\n--b--", ""),
        Fixture.of(
            "blanks",
            "b",
            "--b \t\r\nA: 1\r\n\r\nx\r\n--b  \r\nB: 2\r\n\r\ny\r\n--b-- \t",
            "x",
            "y"),
        Fixture.of(
            "73 characters", LONG, "--" + LONG + "\r\nA: 1\r\n\r\nx\r\n--" + LONG + "--", "x"),
        Fixture.of("blank inside boundary", "a b", "--a b\r\nA: 1\r\n\r\nx\r\n--a b--", "x"),
        Fixture.of("payload ends in CR", "b", "--b\r\nA: 1\r\n\r\nx\r\r\n--b--", "x\r"),
        Fixture.of("payload ends in LF", "b", "--b\r\nA: 1\r\n\r\nx\n\r\n--b--", "x\n"),
        Fixture.of("payload ends in CR LF", "b", "--b\r\nA: 1\r\n\r\nx\r\n\r\n--b--", "x\r\n"),
        Fixture.of("payload is CR LF", "b", "--b\r\nA: 1\r\n\r\n\r\n\r\n--b--", "\r\n"),
        Fixture.of(
            "long payload",
            "b",
            "--b\r\nA: 1\r\n\r\n" + "\r\n-".repeat(900) + "\r\n--b--",
            "\r\n-".repeat(900)));
  }

  private static Stream<Fixture> odd() {
    return Stream.of(
        Fixture.of("boundary from body", null, "--b\r\nA: 1\r\n\r\nx\r\n--b--", "x")
            .with(BOUNDARY_FROM_BODY),
        Fixture.of("empty boundary parameter", "", "--b \r\nA: 1\r\n\r\nx\r\n--b--", "x")
            .with(BOUNDARY_FROM_BODY),
        Fixture.of(
                "boundary from body after preamble",
                null,
                "hi\r\n-\r\n--\r\n--b\r\nA: 1\r\n\r\nx\r\n--b--",
                "x")
            .with(BOUNDARY_FROM_BODY, PREAMBLE),
        Fixture.of(
                "boundary from body after blank line",
                null,
                "\r\n--b\r\nA: 1\r\n\r\nx\r\n--b--",
                "x")
            .with(BOUNDARY_FROM_BODY, LEADING_BLANK_LINE),
        Fixture.of(
                "boundary from body after a long line",
                null,
                "--" + "x".repeat(300) + "\r\n--b\r\nA: 1\r\n\r\nx\r\n--b--",
                "x")
            .with(BOUNDARY_FROM_BODY, PREAMBLE),
        Fixture.of(
                "boundary from body ends in hyphens",
                null,
                "--b--\r\nA: 1\r\n\r\nx\r\n--b----",
                "x")
            .with(BOUNDARY_FROM_BODY),
        Fixture.of("boundary from body without parts", null, "--b--\r\n").with(BOUNDARY_FROM_BODY),
        Fixture.of("preamble", "b", "hello --b\r\n--\r\n--b\r\nA: 1\r\n\r\nx\r\n--b--", "x")
            .with(PREAMBLE),
        Fixture.of(
                "preamble with a longer boundary",
                "b",
                "--bc\r\n--b\r\nA: 1\r\n\r\nx\r\n--b--",
                "x")
            .with(PREAMBLE),
        Fixture.of("blank line first", "b", "\r\n--b\r\nA: 1\r\n\r\nx\r\n--b--", "x")
            .with(LEADING_BLANK_LINE),
        Fixture.of("epilogue", "b", "--b\r\nA: 1\r\n\r\nx\r\n--b--\r\nbye", "x").with(EPILOGUE),
        Fixture.of("delimiter after close", "b", "--b\r\nA: 1\r\n\r\nx\r\n--b--\r\n--b\r\n", "x")
            .with(EPILOGUE, DELIMITER_AFTER_CLOSE),
        Fixture.of("LF only", "b", "--b\nA: 1\n\nx\n--b\nA: 1\n\ny\r\n--b--\n", "x", "y\r")
            .with(LF_ONLY),
        Fixture.of("LF only, blank line first", "b", "\n--b\nA: 1\n\nx\n--b--", "x")
            .with(LF_ONLY, LEADING_BLANK_LINE),
        Fixture.of("LF after headers only", "b", "--b\r\nA: 1\n\nx\r\n--b--", "x").with(LF_ONLY),
        Fixture.of("no headers", "b", "--b\r\n\r\nx\r\n--b--", "x").with(NO_HEADERS),
        Fixture.of("no blank line", "b", "--b\r\nA: 1\r\n--b--", "").with(NO_BLANK_LINE),
        Fixture.of("nothing between", "b", "--b\r\n--b\r\nA: 1\r\n\r\nx\r\n--b\r\n--b--", "x")
            .with(NOTHING_BETWEEN));
  }

  private static Stream<Fixture> data() {
    return Stream.of(
        Fixture.of(
            "boundary in a line",
            "b",
            "--b\r\nA: 1\r\n\r\nx--b\r\ny --b--\r\n--b--",
            "x--b\r\ny --b--"),
        Fixture.of("longer boundary", "b", part("x\r\n--bc\r\ny"), "x\r\n--bc\r\ny")
            .with(BOUNDARY_IN_DATA),
        Fixture.of("longer closing", "b", part("x\r\n--b--c\r\ny"), "x\r\n--b--c\r\ny")
            .with(BOUNDARY_IN_DATA),
        Fixture.of("one hyphen more", "b", part("x\r\n--b-\r\ny"), "x\r\n--b-\r\ny")
            .with(BOUNDARY_IN_DATA),
        Fixture.of(
                "CR alone after boundary",
                "b",
                part("x\r\n--b\r\r\n--b\ry"),
                "x\r\n--b\r\r\n--b\ry")
            .with(BOUNDARY_IN_DATA),
        Fixture.of(
                "too many blanks",
                "b",
                part("x\r\n--b" + " ".repeat(300)),
                "x\r\n--b" + " ".repeat(300))
            .with(BOUNDARY_IN_DATA),
        Fixture.of(
                "LF before boundary where lines end in CR LF",
                "b",
                part("x\n--b\r\ny"),
                "x\n--b\r\ny")
            .with(BOUNDARY_IN_DATA),
        Fixture.of(
            "shared delimiter text",
            "b",
            part("\r\n--\r\n--\r\n-\r\n\r\n--a"),
            "\r\n--\r\n--\r\n-\r\n\r\n--a"));
  }

  private static String part(String payload) {
    return "--b\r\nA: 1\r\n\r\n" + payload + "\r\n--b--\r\n";
  }

  private static String sized(String length, String payload) {
    return "--b\r\ncontent-length: " + length + "\r\n\r\n" + payload + "\r\n--b";
  }

  private static Stream<Fixture> lengths() {
    String nested = "--b\r\nA: 1\r\n\r\nx\r\n--b--\r\n";
    return Stream.of(
        Fixture.of("right length", "b", sized("3", "xyz") + "--", "xyz"),
        Fixture.of("right length 0", "b", sized("0", "") + "--", ""),
        Fixture.of("length that is no number", "b", sized("3x", "xy") + "--", "xy"),
        Fixture.of("length beyond all numbers", "b", sized("9".repeat(30), "xy") + "--", "xy"),
        Fixture.of(
                "delimiters within the length",
                "b",
                sized("" + nested.length(), nested) + "\r\n" + sized("1", "y").substring(5) + "--",
                nested,
                "y")
            .with(BOUNDARY_IN_DATA),
        Fixture.of(
                "adjacent delimiter at the length", "b", sized("6", "x\r\n--b") + "--", "x\r\n--b")
            .with(BOUNDARY_IN_DATA),
        Fixture.of(
                "LF before boundary at the length",
                "b",
                "--b\r\nContent-Length: 1\r\n\r\nx\n--b--",
                "x")
            .with(LF_ONLY),
        Fixture.of(
                "LF only, CR at the length's end", "b", "--b\nContent-Length: 1\n\nx\r\n--b--", "x")
            .with(LF_ONLY),
        Fixture.of("too short", "b", sized("2", "xyz") + "--", "xyz").lengthDiffers(),
        Fixture.of(
                "too short, next right",
                "b",
                sized("0", "xyz") + "\r\n" + sized("1", "y").substring(5) + "--",
                "xyz",
                "y")
            .lengthDiffers(),
        Fixture.of("too long by line end", "b", sized("5", "xyz") + "--\r\n", "xyz")
            .lengthDiffers()
            .heardOnly(0),
        Fixture.of(
                "too long over parts",
                "b",
                sized("1", "w")
                    + "\r\n"
                    + sized("28", "x").substring(5)
                    + "\r\n"
                    + sized("1", "y").substring(5)
                    + "\r\n"
                    + sized("9", "zz").substring(5)
                    + "--",
                "w",
                "x",
                "y",
                "zz")
            .lengthDiffers()
            .heardOnly(1),
        Fixture.of("no blank line, yet a length", "b", "--b\r\nContent-Length: 9\r\n--b--", "")
            .with(NO_BLANK_LINE)
            .lengthDiffers());
  }

  private static Stream<Fixture> open() {
    return Stream.of(
        Fixture.of("empty body", "b", "").open(Fault.NOT_CLOSED),
        Fixture.of("empty body, no boundary", null, "").open(Fault.NOT_CLOSED),
        Fixture.of("begin of the first hyphens, no boundary", null, "\r\n--")
            .open(Fault.NOT_CLOSED),
        Fixture.of("begin of the first delimiter", "b", "\r\n--").open(Fault.NOT_CLOSED),
        Fixture.of("ends at the first delimiter", "b", "--b\r\n").open(Fault.NOT_CLOSED),
        Fixture.of("ends in headers", "b", "--b\r\nA: ").open(Fault.CUT_IN_PART),
        Fixture.of("ends after headers", "b", "--b\r\nA: 1\r\n\r\n").open(Fault.CUT_IN_PART),
        Fixture.of("ends in payload", "b", "--b\r\nA: 1\r\n\r\nx").open(Fault.CUT_IN_PART),
        Fixture.of("ends in what may be a delimiter", "b", "--b\r\nA: 1\r\n\r\nx\r\n--b-")
            .open(Fault.CUT_IN_PART),
        Fixture.of("ends after a delimiter", "b", "--b\r\nA: 1\r\n\r\nx\r\n--b\r\n", "x")
            .open(Fault.NOT_CLOSED),
        Fixture.of("ends at the length", "b", "--b\r\nContent-Length: 1\r\n\r\nx", "x")
            .open(Fault.NOT_CLOSED),
        Fixture.of("ends in a delimiter at the length", "b", sized("1", "x") + "-", "x")
            .open(Fault.NOT_CLOSED),
        Fixture.of("ends beyond the length", "b", "--b\r\nContent-Length: 1\r\n\r\nxy")
            .open(Fault.CUT_IN_PART),
        Fixture.of(
                "ends far beyond the length",
                "b",
                "--b\r\nContent-Length: 1\r\n\r\n" + "y".repeat(99))
            .open(Fault.CUT_IN_PART),
        Fixture.of("ends before the length, yet closed inside", "b", sized("99", "x") + "--")
            .open(Fault.CUT_IN_PART),
        Fixture.of(
                "too long over parts, and cut",
                "b",
                sized("9", "x") + "\r\n" + "A: 1\r\n\r\ny\r\n--b\r\nA: 1\r\n\r\nz",
                "x",
                "y")
            .open(Fault.CUT_IN_PART)
            .heardOnly(0));
  }

  private static Stream<Fixture> faulty() {
    String tooLong = "A: " + "x".repeat(MultipartScanner.MAX_HEADER_BYTES);
    return Stream.of(
        Fixture.of("no delimiter", "b", "{\"error\": 1}\r\n").open(Fault.NO_DELIMITER),
        Fixture.of("no delimiter, no boundary", null, "x--b\r\n-y").open(Fault.NO_DELIMITER),
        Fixture.of("another boundary", "b", "--c\r\nA: 1\r\n\r\nx\r\n--c--")
            .open(Fault.NO_DELIMITER),
        Fixture.of("no header", "b", "--b\r\nA: 1\r\nxyz\r\n\r\nx\r\n--b--").open(Fault.BAD_HEADER),
        Fixture.of("nothing to unfold", "b", "--b\r\n A: 1\r\n\r\nx\r\n--b--")
            .open(Fault.BAD_HEADER),
        Fixture.of("headers without end", "b", "--b\r\n" + tooLong).open(Fault.HEADERS_TOO_LONG),
        Fixture.of("too many headers", "b", "--b\r\n" + "A: 1\r\n".repeat(102))
            .open(Fault.HEADERS_TOO_LONG));
  }
}
