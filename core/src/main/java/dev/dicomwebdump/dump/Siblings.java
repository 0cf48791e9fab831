package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.Uid;
import java.util.HashSet;
import java.util.Set;

/** The series of a study, or instances of a series, that were walked over so far. */
final class Siblings {

  private final Set<Uid> walked = new HashSet<>();
  private final SiblingNames names;

  Siblings(SiblingNames names) {
    this.names = names;
  }

  /** Adds one; says whether it was not there. */
  boolean add(Uid uid) {
    return walked.add(uid);
  }

  /** Whether another has its name on disk; to be asked once for each. */
  boolean isTaken(Uid uid) {
    return names.isTaken(uid);
  }
}
