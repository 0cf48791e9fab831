package dev.dicomwebdump.it;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.server.Reply;

/**
 * One thing that goes wrong with one resource of an instance, each time that it is asked for.
 *
 * @param name what it is
 * @param of which resource it befalls
 * @param reply what the server does
 * @param outcome what the record says, as a regular expression
 * @param told the kind of the problem, as a regular expression; of a complete resource a note, or
 *     nothing
 */
record FaultCase(String name, Of of, Reply reply, String outcome, String told) {

  /** A resource that each image has one of. */
  enum Of {
    METADATA,
    FRAME,
    FILE
  }

  static FaultCase metadata(String name, Reply reply, String outcome, String told) {
    return new FaultCase(name, Of.METADATA, reply, outcome, told);
  }

  static FaultCase frame(String name, Reply reply, String outcome, String told) {
    return new FaultCase(name, Of.FRAME, reply, outcome, told);
  }

  static FaultCase file(String name, Reply reply, String outcome, String told) {
    return new FaultCase(name, Of.FILE, reply, outcome, told);
  }

  /** Whether it is a mere deviation. */
  boolean isComplete() {
    return outcome.equals("complete");
  }

  /** The resource that it befalls. */
  Expected resource(SyntheticInstance instance) {
    return switch (of) {
      case METADATA -> Expected.metadata(instance.path());
      case FRAME -> Expected.frame(instance, 1);
      case FILE -> Expected.file(instance);
    };
  }

  @Override
  public String toString() {
    return name + " (" + of + ")";
  }
}
