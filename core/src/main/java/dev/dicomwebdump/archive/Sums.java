package dev.dicomwebdump.archive;

/** Takes the digests of a study's files. Safe for use by many threads at once. */
public interface Sums extends AutoCloseable {

  /** Forgets them. */
  Sums NONE =
      new Sums() {
        @Override
        public void add(String path, ContentDigest digest) {}

        @Override
        public void add(String path, byte[] content) {}

        @Override
        public void addAsItIs(String path) {}

        @Override
        public void finish() {}

        @Override
        public void close() {}
      };

  /**
   * Adds one file.
   *
   * @param path a path of {@link Layout} in the study
   * @param digest that of its bytes
   */
  void add(String path, ContentDigest digest);

  /** Adds one file, whose content is at hand. */
  void add(String path, byte[] content);

  /**
   * Adds one file as it lies there, which no record tells the digest of.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be read
   */
  void addAsItIs(String path);

  /**
   * All files were added.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be written
   */
  void finish();

  /** Leaves nothing behind, unless they were finished. */
  @Override
  void close();
}
