package dev.dicomwebdump.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the elements of a data set in ascending order: PS3.5 section 7.1. What cannot be
 * walked over ends the walk: nothing after it is found.
 */
final class Elements {

  private static final Set<String> LONG_FORM =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  private static final long UNDEFINED = 0xFFFFFFFFL;
  private static final int DELIMITER_GROUP = 0xFFFE;
  private static final int ITEM = 0xFFFEE000;

  private final ByteBuffer buffer;
  private final boolean implicit;

  /**
   * @param buffer from an element's first byte on, in the data set's byte order
   * @param implicit whether elements have no VR
   */
  Elements(ByteBuffer buffer, boolean implicit) {
    this.buffer = buffer;
    this.implicit = implicit;
  }

  /** The element's text, or null; what is before it is passed, what is after it is not. */
  @Nullable String find(int group, int element) {
    int wanted = (group << 16) | element;
    while (buffer.remaining() >= 8) {
      int start = buffer.position();
      int tag = tag();
      if (Integer.compareUnsigned(tag, wanted) > 0) {
        buffer.position(start);
        return null;
      }
      long length = length(tag);
      if (tag == wanted) {
        return text(length);
      }
      pass(length);
    }
    return null;
  }

  void skipGroup(int group) {
    find(group, 0xFFFF);
  }

  private @Nullable String text(long length) {
    if (length > buffer.remaining()) {
      giveUp();
      return null;
    }
    byte[] value = new byte[(int) length];
    buffer.get(value);
    String text = new String(value, StandardCharsets.US_ASCII).replace('\0', ' ').strip();
    return text.isEmpty() ? null : text;
  }

  private void pass(long length) {
    if (length == UNDEFINED) {
      passSequence();
    } else if (length > buffer.remaining()) {
      giveUp();
    } else {
      buffer.position(buffer.position() + (int) length);
    }
  }

  /** Passes over a sequence of undefined length, whose items may hold others: section 7.5. */
  private void passSequence() {
    int open = 1;
    while (open > 0 && buffer.remaining() >= 8) {
      int tag = tag();
      long length = length(tag);
      if (tag >>> 16 == DELIMITER_GROUP && tag != ITEM) {
        open--;
      } else if (length == UNDEFINED) {
        open++;
      } else {
        pass(length);
      }
    }
    if (open > 0) {
      giveUp();
    }
  }

  private void giveUp() {
    buffer.position(buffer.limit());
  }

  private int tag() {
    return ((buffer.getShort() & 0xFFFF) << 16) | (buffer.getShort() & 0xFFFF);
  }

  private long length(int tag) {
    if (implicit || tag >>> 16 == DELIMITER_GROUP) {
      return Integer.toUnsignedLong(buffer.getInt());
    }
    String vr = "" + (char) buffer.get() + (char) buffer.get();
    int shortLength = buffer.getShort() & 0xFFFF;
    if (!LONG_FORM.contains(vr)) {
      return shortLength;
    }
    long length = buffer.remaining() < 4 ? Long.MAX_VALUE : Integer.toUnsignedLong(buffer.getInt());
    // Only a sequence is understood: what is unknown and has no length has items without VRs.
    return length == UNDEFINED && !vr.equals("SQ") ? Long.MAX_VALUE : length;
  }
}
