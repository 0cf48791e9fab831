package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.Uid;
import java.nio.charset.StandardCharsets;

/**
 * Writes a study's SHA256SUMS as GNU {@code sha256sum} does: a line for each file, digest, two
 * blanks, path relative to the study's folder. The lines gather under a temporary name until {@link
 * #finish}; closed without that, they are gone. Safe for use by many threads at once.
 */
public final class SumsWriter implements Sums {

  private final String sums;
  private final String studyPrefix;
  private final PendingFile file;
  private final ArchiveFolder folder;
  private final Digests digests = new Digests(DigestKind.SHA256);

  /**
   * Begins the file.
   *
   * @throws OutputException when it cannot be made
   */
  public SumsWriter(ArchiveFolder folder, Uid study) {
    this.folder = folder;
    sums = Layout.sums(study);
    studyPrefix = Layout.studyFolder(study) + "/";
    file = folder.create(sums);
  }

  @Override
  public void add(String path, ContentDigest digest) {
    if (digest.kind() == DigestKind.SHA256) {
      add(path, digest.hex());
    } else {
      addAsItIs(path);
    }
  }

  @Override
  public void add(String path, byte[] content) {
    Digest digest = digests.begin();
    digest.update(content, 0, content.length);
    add(path, digests.end(digest).hex());
  }

  @Override
  public void addAsItIs(String path) {
    add(path, folder.digest(path, DigestKind.SHA256).hex());
  }

  private void add(String path, String sha256) {
    if (!path.startsWith(studyPrefix)) {
      throw new IllegalArgumentException(path + " does not lie in " + studyPrefix);
    }
    String line = sha256 + "  " + path.substring(studyPrefix.length()) + "\n";
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      file.write(bytes, 0, bytes.length);
    }
  }

  /** {@inheritDoc} Gives the file its final name; nothing can be added after that. */
  @Override
  public synchronized void finish() {
    file.moveTo(sums);
  }

  /** Deletes the lines unless they were finished. */
  @Override
  public synchronized void close() {
    file.close();
  }
}
