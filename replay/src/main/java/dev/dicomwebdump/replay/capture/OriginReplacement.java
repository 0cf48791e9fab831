package dev.dicomwebdump.replay.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in which one origin stands for others, also where JSON escapes the slashes. Reads ahead a
 * buffer, and no more. For one thread.
 */
final class OriginReplacement extends InputStream {

  private static final int BUFFER = 1 << 16;

  /** What may follow an origin; anything else makes it another, longer one. */
  private static final String AFTER = "/\\\"'?#<& \t\r\n,;)]";

  private final InputStream in;
  private final List<Form> forms;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private boolean ended;
  private byte[] pending = new byte[0];
  private int pendingAt;
  private long replaced;

  /** How an origin is written, and what is written in its place. */
  private static final class Form {
    final byte[] from;
    final byte[] to;

    Form(String from, String to) {
      this.from = from.getBytes(StandardCharsets.ISO_8859_1);
      this.to = to.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  OriginReplacement(InputStream in, List<String> origins, String own) {
    this.in = in;
    this.forms = new ArrayList<>();
    for (String origin : origins) {
      forms.add(new Form(origin, own));
      forms.add(new Form(escaped(origin), escaped(own)));
    }
    this.longest = forms.stream().mapToInt(form -> form.from.length).max().orElse(0);
  }

  /** How often an origin was replaced so far. */
  long replaced() {
    return replaced;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int written = 0;
    while (written < length) {
      if (pendingAt < pending.length) {
        int count = Math.min(length - written, pending.length - pendingAt);
        System.arraycopy(pending, pendingAt, target, offset + written, count);
        pendingAt += count;
        written += count;
      } else if (!fill()) {
        break;
      } else {
        written += plain(target, offset + written, length - written);
      }
    }
    return written == 0 && length > 0 ? -1 : written;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Copies up to the next origin, which then is pending. */
  private int plain(byte[] target, int offset, int length) {
    int from = at;
    int stop = Math.min(ended ? end : end - longest, from + length);
    while (at < stop) {
      Form form = buffer[at] == 'h' ? formHere() : null;
      if (form != null) {
        int count = at - from;
        System.arraycopy(buffer, from, target, offset, count);
        at += form.from.length;
        pending = form.to;
        pendingAt = 0;
        replaced++;
        return count;
      }
      at++;
    }
    System.arraycopy(buffer, from, target, offset, at - from);
    return at - from;
  }

  private @Nullable Form formHere() {
    for (Form form : forms) {
      int after = at + form.from.length;
      if (after <= end
          && Arrays.equals(buffer, at, after, form.from, 0, form.from.length)
          && (after == end || AFTER.indexOf(buffer[after]) >= 0)) {
        return form;
      }
    }
    return null;
  }

  /** Sees that there is enough to tell an origin; whether there is anything at all. */
  private boolean fill() throws IOException {
    if (!ended && end - at <= longest) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      at = 0;
      while (!ended && end - at <= longest) {
        int read = in.read(buffer, end, buffer.length - end);
        ended = read < 0;
        end += Math.max(0, read);
      }
    }
    return at < end;
  }

  private static String escaped(String origin) {
    return origin.replace("/", "\\/");
  }
}
