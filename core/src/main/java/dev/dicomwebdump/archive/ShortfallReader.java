package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.AttributePath;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ShortfallFile} writes, line by line. For one thread. */
public final class ShortfallReader implements Closeable {

  private static final int LONGEST_LINE = 1 << 16;
  private static final Pattern FRAMES = Pattern.compile("([1-9][0-9]*)(?:-([1-9][0-9]*))?");
  private static final String PENDING = "pending";

  private final InputStream in;
  private long number;

  /**
   * @param in the file; closed with this reader
   */
  public ShortfallReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * Opens a file. The caller closes it.
   *
   * @throws IOException when it cannot be read
   */
  public static ShortfallReader open(Path file) throws IOException {
    return new ShortfallReader(Files.newInputStream(file));
  }

  /**
   * The next line; null after the last.
   *
   * @throws FormatException when it is not of its form; the message begins with the line's number
   */
  public @Nullable Shortfall next() throws IOException {
    number++;
    byte[] line = line();
    if (line == null) {
      return null;
    }
    try {
      return read(JsonDocument.read(line));
    } catch (IllegalArgumentException | ArithmeticException | FormatException e) {
      throw new FormatException("line " + number + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) {
      return null;
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() == LONGEST_LINE) {
        throw new FormatException("line " + number + ": it is too long");
      }
      line.write(read);
    }
    return line.toByteArray();
  }

  private static Shortfall read(JsonObject json) throws FormatException {
    ResourceKind kind = json.published("kind", ResourceKind.values(), ResourceKind::published);
    Uid study = new Uid(json.string("study"));
    Uid series = uid(json, "series");
    Uid instance = uid(json, "instance");
    if (!ResourceReader.isInPlace(kind, study, series, instance)) {
      throw json.wrong("kind", "not one that has such UIDs");
    }
    return new Shortfall(
        kind,
        study,
        series,
        instance,
        attribute(json, kind == ResourceKind.BULKDATA),
        frames(json, kind),
        below(json, kind),
        outcome(json),
        problem(json),
        Math.toIntExact(json.whole("status", 0)));
  }

  private static @Nullable Uid uid(JsonObject json, String name) throws FormatException {
    String uid = json.stringOrNull(name);
    return uid == null ? null : new Uid(uid);
  }

  private static @Nullable AttributePath attribute(JsonObject json, boolean wanted)
      throws FormatException {
    if (wanted) {
      return new AttributePath(json.string("attribute"));
    }
    if (json.has("attribute")) {
      requireNull(json, "attribute");
    }
    return null;
  }

  private static @Nullable String frames(JsonObject json, ResourceKind kind)
      throws FormatException {
    boolean none = kind == ResourceKind.RENDERED && json.stringOrNull("frames") == null;
    if (none || (kind != ResourceKind.FRAME && kind != ResourceKind.RENDERED)) {
      return requireNull(json, "frames");
    }
    Matcher range = FRAMES.matcher(json.string("frames"));
    if (!range.matches()) {
      throw json.wrong("frames", "no frame and no range of frames");
    }
    int first = Integer.parseInt(range.group(1));
    if (range.group(2) != null && Integer.parseInt(range.group(2)) < first) {
      throw json.wrong("frames", "a range that ends before it begins");
    }
    return range.group();
  }

  private static boolean below(JsonObject json, ResourceKind kind) throws FormatException {
    boolean below = json.truth("below");
    if (below && !kind.isMetadata()) {
      throw json.wrong("below", "true, but nothing lies below a " + kind.published());
    }
    return below;
  }

  private static @Nullable Outcome outcome(JsonObject json) throws FormatException {
    return json.string("outcome").equals(PENDING)
        ? null
        : json.published("outcome", Outcome.values(), Outcome::published);
  }

  private static @Nullable Problem problem(JsonObject json) throws FormatException {
    return RecordReader.problem(json.objectOrNull("problem"));
  }

  private static @Nullable String requireNull(JsonObject json, String name) throws FormatException {
    if (json.stringOrNull(name) != null) {
      throw json.wrong(name, "there, which its kind has not");
    }
    return null;
  }
}
