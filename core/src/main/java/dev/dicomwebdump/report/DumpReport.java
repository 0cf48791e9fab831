package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.JsonFile;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RecordOutline;
import dev.dicomwebdump.archive.RecordOutlineReader;
import dev.dicomwebdump.archive.RecordWalk;
import dev.dicomwebdump.archive.SummaryReader;
import dev.dicomwebdump.archive.UnreadTally;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the figures of a dump from its records, one study after the other, without the server.
 * Nothing is written, and no link is followed. Memory does not grow with the dump. A run may go on
 * in the folder: the figures are of what was there when it was read. For one thread, once.
 */
public final class DumpReport {

  private static final Uid ANY = new Uid("0");

  private final Path folder;
  private final Gathering gathering = new Gathering();
  private final UnreadTally unread = new UnreadTally();
  private final Intake intake = new Intake(gathering, unread);
  private final DumpTally dump = new DumpTally();
  private final RecordWalk<RecordOutline> walk;
  private final @Nullable DumpState summary;

  private DumpReport(Path folder) {
    this.folder = folder;
    this.walk = new RecordWalk<>(folder, RecordOutlineReader::read, intake, unread, false);
    this.summary = state(folder.resolve(Layout.summary()));
  }

  /**
   * The figures of all records in a folder. What cannot be read is counted and named, and is in no
   * other figure.
   *
   * @param folder a dump's folder, or that of one study, under whatever name
   * @param program the name and version of the program that asks for them
   * @throws NoDumpException when there is no dump
   * @throws IOException when the folder itself cannot be read
   */
  public static ReportFigures of(Path folder, String program) throws IOException, NoDumpException {
    DumpReport report = new DumpReport(folder.toRealPath());
    if (!report.readStudy() && !report.readStudies()) {
      throw new NoDumpException("there is no study in " + folder);
    }
    RecordFigures records = new RecordFigures(report.intake.read(), report.unread.unread());
    return report.gathering.figures(program, folder.toString(), report.dump.figures(), records);
  }

  /** Reads the folder as that of one study; returns whether it is one. */
  private boolean readStudy() {
    Uid study = new StudyFolder(folder, ANY).isOfAStudy() ? uidOfStudy() : null;
    return study != null && read(new StudyFolder(folder, study));
  }

  /** The study in a folder that may have been given another name. */
  private @Nullable Uid uidOfStudy() {
    return summary != null && summary.extent() instanceof DumpState.OneStudy one
        ? one.study()
        : Uid.orNull(String.valueOf(folder.getFileName()));
  }

  /** Reads the folder as that of a dump; returns whether it is one. */
  private boolean readStudies() throws IOException {
    Path own = folder.resolve(Layout.OWN_FOLDER);
    boolean found = Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        Uid uid = Uid.orNull(entry.getFileName().toString());
        found |= uid != null && read(new StudyFolder(entry, uid));
      }
    } catch (DirectoryIteratorException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    walk.walk(own); // The searches for studies belong to none.
    if (summary != null) {
      dump.addLastRun(summary);
    }
    return found || !unread.unread().isNothing();
  }

  /** Reads what may be a study; returns whether it is one. */
  private boolean read(StudyFolder study) {
    if (!study.isOfAStudy()) {
      if (study.isShut()) {
        walk.walk(study.folder()); // Which tells why.
      }
      return false;
    }
    long records = intake.read();
    long requests = gathering.requests();
    long bytes = gathering.bytes();
    walk.walk(study.folder());
    DumpState state = study.folder().equals(folder) ? summary : state(study.summary());
    dump.add(
        new StudyFigures(
            study.study(),
            state == null ? null : state.verdict(),
            study.isUnfinished(),
            intake.read() - records,
            gathering.requests() - requests,
            gathering.bytes() - bytes),
        state);
    return true;
  }

  /** What a summary tells; null when there is none. */
  private @Nullable DumpState state(Path file) {
    try (InputStream content = JsonFile.open(file)) {
      return SummaryReader.read(content.readAllBytes()).dump();
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      unread.add(folder.relativize(file).toString(), "is no summary: " + e.getMessage());
      return null;
    }
  }
}
