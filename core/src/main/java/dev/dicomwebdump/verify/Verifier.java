package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.SummaryReader;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Proves a dump anew: what lies in a folder, without the server. Nothing is written, and no link is
 * followed. Memory does not grow with the dump, beyond the series of one study and the instances of
 * one series. For one thread.
 */
public final class Verifier {

  private static final Uid ANY = new Uid("0");

  private final Path folder;
  private final Consumer<Finding> listener;

  /**
   * @param folder a dump's folder, or that of one study
   * @param listener hears each finding as soon as it is made; files are told relative to the folder
   */
  public Verifier(Path folder, Consumer<Finding> listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Checks everything. A file that is wrong, or cannot be read, is a finding.
   *
   * @throws IOException when the folder itself cannot be read
   */
  public Verified run() throws IOException {
    Path real = folder.toRealPath();
    StudyFiles asStudy = new StudyFiles(real, ANY);
    Uid study = asStudy.areOfAStudy() ? studyOf(real, asStudy) : null;
    if (study == null) {
      Findings findings = new Findings(listener, "");
      new DumpCheck(real, findings).run();
      return findings.verified();
    }
    Findings findings = new Findings(listener, Layout.studyFolder(study));
    new StudyCheck(new StudyFiles(real, study), findings).run();
    return findings.verified();
  }

  /** The study in a folder that may have been given another name. */
  private static @Nullable Uid studyOf(Path folder, StudyFiles files) {
    try {
      DumpState.Extent extent =
          SummaryReader.read(files.readSmall(Layout.summary(ANY))).dump().extent();
      if (extent instanceof DumpState.OneStudy one) {
        return one.study();
      }
    } catch (IOException e) {
      // Then the folder's name must do; the study's check tells of the summary.
    }
    return folder.getFileName() == null ? null : Uid.orNull(folder.getFileName().toString());
  }
}
