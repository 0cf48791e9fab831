package dev.dicomwebdump.archive;

/** Takes the digests of a study's files. Safe for use by many threads at once. */
public interface Sums {

  /** Forgets them. */
  Sums NONE =
      new Sums() {
        @Override
        public void add(String path, String sha256) {}

        @Override
        public void finish() {}
      };

  /**
   * Adds one file.
   *
   * @param path a path of {@link Layout} in the study
   * @param sha256 the digest of its bytes, in lower-case hexadecimal
   */
  void add(String path, String sha256);

  /**
   * All files were added.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be written
   */
  void finish();
}
