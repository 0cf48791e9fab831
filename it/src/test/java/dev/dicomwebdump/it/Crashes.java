package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.it.Undisturbed.Committed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Dumps a study again and again, and kills the program while it does. */
final class Crashes {
  private static final KillPoint NEVER = new KillPoint(KillPoint.Kind.REQUESTS, Long.MAX_VALUE, 0);

  private final Relay relay;
  private final String root;
  private final String study;
  private final Path temp;
  private final Random random;
  private final Undisturbed undisturbed;
  private final int requests;
  private final long bytes;
  private int kills;
  private int dumps;
  private int kept;
  private String point = "";

  /**
   * @param relay to the server
   * @param rootPath the path of the server's root
   * @param temp where dumps may go
   */
  Crashes(Relay relay, String rootPath, String study, Path temp, Random random) throws Exception {
    this.relay = relay;
    this.root = "http://127.0.0.1:" + relay.port() + rootPath;
    this.study = study;
    this.temp = temp;
    this.random = random;
    Path folder = temp.resolve("undisturbed");
    assertThat(live(folder, NEVER)).isFalse();
    this.undisturbed = new Undisturbed(study, new DumpFolder(folder));
    this.requests = relay.requests().size();
    this.bytes = relay.bytes();
  }

  /** Kills it so often, and lets the last dump come to its end; returns how often it was killed. */
  int kill(int times) throws Exception {
    while (kills < times) {
      dumpUntilItEnds(temp.resolve("dump" + ++dumps), times);
    }
    return kills;
  }

  private void dumpUntilItEnds(Path output, int mostKills) throws Exception {
    DumpFolder folder = new DumpFolder(output);
    SortedMap<String, Committed> committed = new TreeMap<>();
    boolean killed = true;
    while (killed) {
      KillPoint next = kills == mostKills ? NEVER : next(committed.size());
      point = "dump %d, kill %d, %s".formatted(dumps, kills + 1, next);
      killed = live(output, next);
      kills += killed ? 1 : 0;
      committed = assertKept(folder, committed);
    }
    undisturbed.assertSame(folder);
    assertThat(folder.files()).as(point).noneMatch(file -> file.endsWith(".tmp"));
    Program.Result verified = Program.run("verify", output.toString());
    assertThat(verified.exitCode()).as("%s: %s", point, verified).isZero();
  }

  private KillPoint next(int had) {
    int left = requests - had;
    return KillPoint.within(left, bytes * left / requests, random);
  }

  /** What was committed is there as it was, and was not asked for again. */
  private SortedMap<String, Committed> assertKept(
      DumpFolder folder, Map<String, Committed> before) {
    SortedMap<String, Committed> now = undisturbed.assertTrue(folder);
    assertThat(now).as(point).containsAllEntriesOf(before);
    Set<String> had = before.values().stream().map(Committed::path).collect(Collectors.toSet());
    assertThat(relay.requests()).as(point).noneMatch(had::contains);
    kept += before.size();
    return now;
  }

  /** One run; says whether it was killed. Otherwise it ended well. */
  private boolean live(Path output, KillPoint end) throws Exception {
    CompletableFuture<Void> reached = end.awaitedAt(relay);
    Invocation dump =
        Dump.invocation(root, study, output)
            .and("-i", "-m", "-c", "8", "--bulkdata-origin", "rewrite");
    try (RunningProgram program = dump.start()) {
      CompletableFuture.anyOf(reached, program.end()).join();
      program.kill();
      Program.Result result = program.awaitEnd();
      boolean killed = result.exitCode() == 137;
      assertThat(killed || result.exitCode() == 0).as("%s: %s", point, result).isTrue();
      return killed;
    }
  }

  @Override
  public String toString() {
    return "%d kills in %d dumps; %d times a resource was there and stayed, 0 lost"
        .formatted(kills, dumps, kept);
  }
}
