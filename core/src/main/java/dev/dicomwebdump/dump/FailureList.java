package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.archive.ShortfallReader;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of failures that says what to ask for. It is read to its end once before anything is
 * asked, so that a line that is wrong is told in time, and then line by line. What is held is a
 * little for each study. Immutable.
 *
 * @param file where it lies
 * @param studies what it says of each study that is to be asked for, in the order of the lines
 */
record FailureList(Path file, Map<Uid, Listed> studies) {

  /**
   * What the list says of one study.
   *
   * @param lines how many lines name something of it
   * @param resources how many resources they name, without what lies below
   * @param whole whether one of them asks for the study with all below it
   * @param parts whether one of them names something below the study's metadata
   */
  record Listed(long lines, long resources, boolean whole, boolean parts) {

    private Listed with(Shortfall line) {
      boolean ofStudy = line.kind() == ResourceKind.STUDY_METADATA;
      return new Listed(
          lines + 1,
          resources + line.resources(),
          whole || (ofStudy && line.below()),
          parts || !ofStudy);
    }
  }

  /**
   * Reads a list to its end.
   *
   * @param only the studies of which something is to be asked for; empty for all
   * @throws BadListException when it cannot be read, or a line is not of its form
   */
  static FailureList read(Path file, Collection<Uid> only) {
    Map<Uid, Listed> studies = new LinkedHashMap<>();
    try (ShortfallReader lines = ShortfallReader.open(file)) {
      for (Shortfall line = lines.next(); line != null; line = lines.next()) {
        if (only.isEmpty() || only.contains(line.study())) {
          Listed before = studies.getOrDefault(line.study(), new Listed(0, 0, false, false));
          studies.put(line.study(), before.with(line));
        }
      }
    } catch (NoSuchFileException e) {
      throw new BadListException("there is no list of failures " + file, e);
    } catch (FormatException e) {
      throw new BadListException(file + " is no list of failures: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BadListException("the list of failures " + file + " cannot be read", e);
    }
    return new FailureList(file, studies);
  }

  /** Begins to read it again. */
  ShortfallReader open() {
    try {
      return ShortfallReader.open(file);
    } catch (IOException e) {
      throw new OutputException("the list of failures cannot be read again", e);
    }
  }

  /** The studies of which something is asked for. */
  Set<Uid> uids() {
    return studies.keySet();
  }

  /** What it says of a study; null when nothing of it is asked for. */
  @Nullable Listed of(Uid study) {
    return studies.get(study);
  }

  /** How many resources it names. */
  long resources() {
    return studies.values().stream().mapToLong(Listed::resources).sum();
  }
}
