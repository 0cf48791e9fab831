package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.Uid;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SumsWriter} writes, line by line. For one thread. */
public final class SumsReader implements Closeable {

  private static final int LONGEST_LINE = 4096;
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9._/-]+)");

  private final InputStream in;
  private final String studyPrefix;
  private long number;

  /**
   * One line.
   *
   * @param path a path of {@link Layout}
   * @param sha256 in lower-case hexadecimal
   */
  public record Line(String path, String sha256) {}

  /**
   * @param in the file; closed with this reader
   */
  public SumsReader(InputStream in, Uid study) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.studyPrefix = Layout.studyFolder(study) + "/";
  }

  /**
   * The next line; null after the last.
   *
   * @throws FormatException when it is not of its form; nothing can be read after that
   */
  public @Nullable Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    number++;
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0 && line.size() == 0) {
        return null;
      }
      if (read < 0 || line.size() == LONGEST_LINE) {
        throw wrong();
      }
      line.write(read);
    }
    Matcher parsed = LINE.matcher(line.toString(StandardCharsets.UTF_8));
    if (!parsed.matches()) {
      throw wrong();
    }
    return new Line(studyPrefix + parsed.group(2), parsed.group(1));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private FormatException wrong() {
    return new FormatException("line " + number + " is no digest, two blanks, path");
  }
}
