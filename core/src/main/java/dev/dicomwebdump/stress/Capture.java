package dev.dicomwebdump.stress;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.RecordReader;
import dev.dicomwebdump.archive.RecordWalk;
import dev.dicomwebdump.archive.UnreadTally;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The records of a dump, or of one of its studies, in the order of their names: metadata before
 * what it names. Searches for studies are not among them.
 *
 * @param folder where they lie
 */
record Capture(Path folder) {

  /**
   * Shows the records one by one.
   *
   * @param visitor hears of each; paths are relative to the folder
   * @param unread hears of all that cannot be read
   * @throws CannotStressException when the folder is not there
   */
  void read(RecordWalk.Visitor<DumpRecord> visitor, UnreadTally unread) {
    RecordWalk.Visitor<DumpRecord> ofStudies =
        (path, record) -> record.resource().study() == null || visitor.visit(path, record);
    try {
      Path real = folder.toRealPath();
      new RecordWalk<>(real, RecordReader::read, ofStudies, unread, true).walk(real);
    } catch (IOException e) {
      throw new CannotStressException(
          String.valueOf(new OutputException("no dump: cannot read " + folder, e).getMessage()),
          false);
    }
  }
}
