package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.Uid;

/**
 * Stands in for {@link SumsWriter} where a run keeps nothing but records and goes on with what
 * earlier ones left: nothing in the folder names what is not walked over, so that the records are
 * listed as they lie there at the end. Safe for use by many threads at once.
 */
public final class RecordSums implements Sums {

  private final SumsWriter lines;
  private final StudyRecords records;

  /**
   * Begins the file.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be made
   */
  public RecordSums(ArchiveFolder folder, Uid study) {
    lines = new SumsWriter(folder, study);
    records = new StudyRecords(folder, study);
  }

  @Override
  public void add(String path, ContentDigest digest) {}

  @Override
  public void add(String path, byte[] content) {}

  @Override
  public void addAsItIs(String path) {}

  @Override
  public void finish() {
    records.forEach(lines::addAsItIs);
    lines.finish();
  }

  @Override
  public void close() {
    lines.close();
  }
}
