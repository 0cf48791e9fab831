package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.resource.Uid;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether siblings would get the same name on disk: two UIDs that differ in case only, on a
 * file system that ignores case. Elsewhere it holds nothing, and so it does of UIDs of digits.
 */
final class SiblingNames {

  /** Why the second of two has no place. */
  static final String TAKEN =
      "a UID differs from another's in case only, and the file system ignores case";

  private final boolean caseIgnored;
  private final Set<String> taken = new HashSet<>();

  SiblingNames(ArchiveFolder folder) {
    this.caseIgnored = folder.ignoresCase();
  }

  /** Whether a sibling that came before has the name; to be asked once for each. */
  boolean isTaken(Uid uid) {
    return caseIgnored && !uid.isConformant() && !taken.add(uid.value().toLowerCase(Locale.ROOT));
  }
}
