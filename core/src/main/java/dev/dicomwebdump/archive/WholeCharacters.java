package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a question mark for half a surrogate pair, which UTF-8 has no bytes for: a cut text may
 * end in one, and a server may send one, and neither must cost the document. Names of members are
 * ours, and are not looked at.
 */
final class WholeCharacters extends JsonGeneratorDelegate {

  WholeCharacters(JsonGenerator inner) {
    super(inner, false);
  }

  @Override
  public void writeString(@Nullable String text) throws IOException {
    super.writeString(text == null || isWhole(text) ? text : whole(text));
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String whole(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(
            point ->
                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '?' : point)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
