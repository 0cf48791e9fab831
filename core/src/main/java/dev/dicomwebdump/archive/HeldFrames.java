package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which frames of an instance a folder has records of. */
public final class HeldFrames {

  private static final Pattern RECORD =
      Pattern.compile(
          "(?:[1-9][0-9]{0,8}-)?([1-9][0-9]{0,8})(\\.rendered)?"
              + Pattern.quote(EntryFiles.RECORD_ENDING));

  private HeldFrames() {}

  /**
   * The number of the last frame that has a record, be it of a success or of a failure; 0 for none.
   *
   * @param instance any resource of the instance; rendered frames count if that is what it is
   * @throws OutputException when the folder is there and cannot be read
   */
  public static int last(ArchiveFolder folder, Resource instance) {
    Path frames = folder.resolve(Layout.framesFolder(instance));
    try (Stream<Path> files = Files.list(frames)) {
      boolean rendered = instance.kind() == ResourceKind.RENDERED;
      return files.mapToInt(file -> number(file, rendered)).max().orElse(0);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new OutputException("cannot read " + frames, e);
    } catch (UncheckedIOException e) {
      throw new OutputException("cannot read " + frames, Objects.requireNonNull(e.getCause()));
    }
  }

  private static int number(Path file, boolean rendered) {
    Matcher name = RECORD.matcher(String.valueOf(file.getFileName()));
    return name.matches() && (name.group(2) != null) == rendered
        ? Integer.parseInt(name.group(1))
        : 0;
  }
}
