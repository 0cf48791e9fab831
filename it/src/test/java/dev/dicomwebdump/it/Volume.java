package dev.dicomwebdump.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small disk of our own: a tmpfs in a mount namespace, which ends with this. Programs that are to
 * see it are started within; the test sees it through {@link #path}.
 */
final class Volume implements AutoCloseable {
  private static final String MOUNT =
      "mount -t tmpfs -o size=%d,huge=never tmpfs '%s' && echo $$ && exec cat";

  private final Process holder;
  private final List<String> within;
  private final Path root;
  private final Path filler;

  private Volume(Process holder, List<String> within, Path root) {
    this.holder = holder;
    this.within = within;
    this.root = root;
    this.filler = root.resolve("filler");
  }

  /**
   * Mounts one; skips the test where the system does not let us.
   *
   * @param folder an empty folder
   */
  static Volume mount(Path folder, int bytes) throws IOException {
    String command = MOUNT.formatted(bytes, folder);
    Volume volume = mounted(folder, List.of("unshare", "-m"), List.of("-m"), command);
    if (volume == null) {
      List<String> join = List.of("-m", "-U", "--preserve-credentials");
      volume = mounted(folder, List.of("unshare", "-rm"), join, command);
    }
    assumeTrue(volume != null, "nothing can be mounted here");
    return volume;
  }

  private static @Nullable Volume mounted(
      Path folder, List<String> apart, List<String> join, String command) throws IOException {
    if (!Tools.isOnPath("unshare") || !Tools.isOnPath("nsenter")) {
      return null;
    }
    List<String> words = new ArrayList<>(apart);
    words.addAll(List.of("sh", "-c", command));
    Process holder = new ProcessBuilder(words).redirectErrorStream(true).start();
    BufferedReader said = holder.inputReader();
    String line = said.readLine();
    if (line == null || !line.matches("[0-9]+")) {
      holder.destroyForcibly();
      return null;
    }
    List<String> within = new ArrayList<>(List.of("nsenter", "-t", line));
    within.addAll(join);
    return new Volume(holder, within, Path.of("/proc/" + line + "/root" + folder));
  }

  /** What comes before a command that is to see it. */
  List<String> within() {
    return within;
  }

  /** The folder as the test sees it. */
  Path path() {
    return root;
  }

  /** Fills it up to so many blocks; without it, or after {@link #clear}, it has all its room. */
  void leave(int blocks) throws IOException {
    FileStore store = Files.getFileStore(root);
    long bytes = store.getUsableSpace() - blocks * store.getBlockSize();
    Files.write(filler, new byte[Math.toIntExact(bytes)]);
  }

  /** Gives the room back. */
  void clear() throws IOException {
    Files.delete(filler);
  }

  @Override
  public void close() {
    holder.destroyForcibly();
  }
}
