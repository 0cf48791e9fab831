package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.FileState;
import dev.dicomwebdump.archive.FrameSpan;
import dev.dicomwebdump.archive.PayloadNames;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the payloads of one response their names, and takes them away. What another record may name
 * too is neither replaced nor deleted: where it is the same to the byte both name it, and where it
 * is not the payload is put aside.
 */
final class Placement {

  private final ArchiveFolder folder;
  private final PayloadNames names;
  private @Nullable List<FrameSpan> spans;

  Placement(ArchiveFolder folder, PayloadNames names) {
    this.folder = folder;
    this.names = names;
  }

  /**
   * Gives each payload its name.
   *
   * @param instances which instances they are
   */
  Payloads settleAll(PayloadFiles written, List<@Nullable InstanceUids> instances) {
    List<WrittenFile> settled = new ArrayList<>();
    boolean aside = false;
    for (int part = 1; part <= written.count(); part++) {
      WrittenFile payload = settle(written.temporary(part), part);
      settled.add(payload);
      aside |= !payload.path().equals(names.of(part));
    }
    return new Payloads(settled, aside, instances);
  }

  /**
   * Gives a payload its name.
   *
   * @param temporary the payload under its temporary name
   * @param part its number, from 1
   */
  WrittenFile settle(WrittenFile temporary, int part) {
    String name = names.of(part);
    if (folder.moveIfFree(temporary.path(), name)) {
      return named(name, temporary);
    }
    if (holds(name, temporary)) {
      folder.delete(temporary.path());
      return named(name, temporary);
    }
    String free = mayBeOfAnother(part) ? names.aside(part) : name;
    folder.rename(temporary.path(), free);
    return named(free, temporary);
  }

  /** Deletes the payloads that may be there, except those that another record may name. */
  void clear() {
    for (int part = 1; part <= names.payloads(); part++) {
      if (folder.state(names.of(part)) != null && !mayBeOfAnother(part)) {
        folder.delete(names.of(part));
      }
      folder.delete(names.aside(part));
    }
  }

  private boolean holds(String name, WrittenFile payload) {
    FileState state = folder.state(name);
    return state != null
        && state.bytes() == payload.bytes()
        && folder.areSame(name, payload.path());
  }

  private boolean mayBeOfAnother(int part) {
    if (names.otherRecords(part).stream().anyMatch(record -> folder.state(record) != null)) {
      return true;
    }
    Resource own = names.resourceOf(part);
    return own != null && own.kind() == ResourceKind.FRAME && isInOtherSpan(own);
  }

  private boolean isInOtherSpan(Resource frame) {
    if (spans == null) {
      spans = FrameSpan.in(folder, frame);
    }
    return spans.stream()
        .filter(span -> span.has(frame.frames().get(0)))
        .anyMatch(span -> !names.isOf(span.of(frame)));
  }

  private static WrittenFile named(String name, WrittenFile file) {
    return new WrittenFile(name, file.bytes(), file.digest());
  }
}
