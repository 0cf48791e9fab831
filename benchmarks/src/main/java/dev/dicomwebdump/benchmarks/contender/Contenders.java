package dev.dicomwebdump.benchmarks.contender;

import dev.dicomwebdump.benchmarks.work.Work;
import dev.dicomwebdump.benchmarks.work.Work.Field;
import java.nio.file.Path;
import java.util.List;

/** All who can take part. */
public final class Contenders {

  private final Contender plain;
  private final Contender smallHeap;
  private final List<Contender> all;

  /**
   * @param program the packaged program
   * @param got the folder of the Node script
   */
  public Contenders(Path program, Path got) {
    plain = Dump.plain(program);
    smallHeap = Dump.inSmallHeap(program);
    all =
        List.of(
            new Copy(),
            Curl.bodies(),
            Curl.equalOutputs(),
            new Wget2(),
            new Aria2(),
            new Got(got),
            plain);
  }

  /** The program as it is. */
  public Contender plainDump() {
    return plain;
  }

  /** Those of a work, whether or not this machine has them. */
  public List<Contender> of(Work work) {
    return work.field() == Field.SMALL_HEAP
        ? List.of(smallHeap)
        : all.stream().filter(contender -> contender.takes(work.link())).toList();
  }
}
