package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the records of a study tell first, wherever in its folder they lie. Immutable. */
public final class StudyRecords {

  private final ArchiveFolder folder;
  private final Uid study;

  /** What is wanted of one record. */
  @FunctionalInterface
  private interface Teller<T> {
    @Nullable T tell(String recordPath);
  }

  /** Those of a study that need not be there. */
  public StudyRecords(ArchiveFolder folder, Uid study) {
    this.folder = folder;
    this.study = study;
  }

  /**
   * Whether there is any, be it of a success or of a failure.
   *
   * @throws OutputException when the folder cannot be read
   */
  public boolean any() {
    return firstTold(record -> record) != null;
  }

  /**
   * Which digest the study was dumped with; null where no record has one to tell.
   *
   * @throws OutputException when the folder cannot be read
   */
  public @Nullable DigestKind digest() {
    return firstTold(this::digestOf);
  }

  /**
   * Whether there is one whose body can be had.
   *
   * @throws OutputException when the folder cannot be read
   */
  public boolean haveBodies() {
    return Boolean.TRUE.equals(firstTold(this::hasBody));
  }

  /**
   * Names all, be they of successes, failures or former responses.
   *
   * @param each hears of the path of each record
   * @throws OutputException when the folder cannot be read
   */
  public void forEach(Consumer<String> each) {
    firstTold(
        record -> {
          each.accept(record);
          return null;
        });
  }

  private @Nullable Boolean hasBody(String recordPath) {
    HeldEntry held = HeldEntry.at(folder, recordPath);
    return (held != null && held.record().isBodyKept()) ? true : null;
  }

  private @Nullable DigestKind digestOf(String recordPath) {
    HeldEntry held = HeldEntry.at(folder, recordPath);
    StoredBody body = held == null ? null : held.record().body();
    return body == null ? null : body.digest().kind();
  }

  private <T> @Nullable T firstTold(Teller<T> teller) {
    Path place = folder.resolve(Layout.studyFolder(study));
    try {
      return firstTold(place.toRealPath(), teller);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw unreadable(place, e);
    } catch (UncheckedIOException e) {
      throw unreadable(place, Objects.requireNonNull(e.getCause()));
    }
  }

  private static OutputException unreadable(Path study, IOException e) {
    String named = e instanceof FileSystemException of ? of.getFile() : null;
    return new OutputException("cannot read " + Objects.requireNonNullElse(named, study), e);
  }

  private <T> @Nullable T firstTold(Path real, Teller<T> teller) throws IOException {
    try (Stream<Path> records = Files.find(real, Integer.MAX_VALUE, StudyRecords::isRecord)) {
      for (Iterator<Path> each = records.iterator(); each.hasNext(); ) {
        T told = teller.tell(pathOf(real.relativize(each.next())));
        if (told != null) {
          return told;
        }
      }
    }
    return null;
  }

  private String pathOf(Path inStudy) {
    StringBuilder path = new StringBuilder(Layout.studyFolder(study));
    inStudy.forEach(name -> path.append('/').append(name));
    return path.toString();
  }

  private static boolean isRecord(Path file, BasicFileAttributes attributes) {
    return attributes.isRegularFile() && file.toString().endsWith(EntryFiles.RECORD_ENDING);
  }
}
