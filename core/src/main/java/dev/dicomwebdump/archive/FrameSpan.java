package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Frames that follow each other and have one record, {@code frames/<first>-<last>}. Immutable.
 *
 * @param first the first frame's number, from 1
 * @param last the last one's, greater than the first
 */
public record FrameSpan(int first, int last) {

  /** More frames than one request names; a longer name was not written by a run. */
  private static final int MOST_FRAMES = 1 << 16;

  private static final Pattern NAME =
      Pattern.compile(
          "([1-9][0-9]{0,9})-([1-9][0-9]{0,9})" + Pattern.quote(EntryFiles.RECORD_ENDING));

  /** The frames of the record with that name; null when it is none of several frames. */
  public static @Nullable FrameSpan ofRecord(String name) {
    Matcher found = NAME.matcher(name);
    if (!found.matches()) {
      return null;
    }
    long first = Long.parseLong(found.group(1));
    long last = Long.parseLong(found.group(2));
    return first < last && last <= Integer.MAX_VALUE && last - first < MOST_FRAMES
        ? new FrameSpan((int) first, (int) last)
        : null;
  }

  /**
   * Those that have records, whatever these say, in the order of their first frames. Lists the
   * names in the instance's folder once.
   *
   * @param instance any resource of the instance
   * @throws dev.dicomwebdump.exchange.OutputException when the folder cannot be read
   */
  public static List<FrameSpan> in(ArchiveFolder folder, Resource instance) {
    return folder.names(Layout.framesFolder(instance), name -> ofRecord(name) != null).stream()
        .map(FrameSpan::ofRecord)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingInt(FrameSpan::first).thenComparingInt(FrameSpan::last))
        .toList();
  }

  /** The name of their record. */
  public String recordName() {
    return first + "-" + last + EntryFiles.RECORD_ENDING;
  }

  /** Whether a frame is among them. */
  public boolean has(int frame) {
    return first <= frame && frame <= last;
  }

  /**
   * The frames as what was asked for.
   *
   * @param instance any resource of the instance
   */
  public Resource of(Resource instance) {
    return Resource.frames(
        instance.requireStudy(), instance.requireSeries(), instance.requireInstance(), first, last);
  }
}
