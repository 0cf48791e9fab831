package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Uid;

/**
 * Stands in for {@link SumsWriter} where a study's files have no SHA-256: nothing is written but
 * the temporary name that tells, while a run goes on, that it has not ended. Safe for use by many
 * threads at once.
 */
public final class SumsMark implements Sums {

  private final ArchiveFolder folder;
  private final String sums;

  /**
   * Begins the run.
   *
   * @throws OutputException when the mark cannot be made
   */
  public SumsMark(ArchiveFolder folder, Uid study) {
    this.folder = folder;
    sums = Layout.sums(study);
    folder.create(sums).leave();
  }

  @Override
  public void add(String path, ContentDigest digest) {}

  @Override
  public void add(String path, byte[] content) {}

  @Override
  public void addAsItIs(String path) {}

  /** {@inheritDoc} No sums are left either that an earlier run wrote: they would not be true. */
  @Override
  public void finish() {
    folder.delete(sums);
    folder.delete(Layout.temporary(sums));
  }

  @Override
  public void close() {
    folder.delete(Layout.temporary(sums));
  }
}
