package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An instance is a DICOM file (PS3.10) that carries its SOP Instance UID. */
abstract class FileProof extends PayloadProof {

  /** Enough for the file meta information and the beginning of the data set. */
  private static final int HEAD = 1 << 14;

  private final byte[] head = new byte[HEAD];
  private int have;
  private @Nullable FileHead file;

  @Override
  final void begin() {
    super.begin();
    have = 0;
    file = null;
  }

  @Override
  final void take(byte[] buffer, int offset, int length) {
    super.take(buffer, offset, length);
    int taken = Math.min(length, HEAD - have);
    System.arraycopy(buffer, offset, head, have, taken);
    have += taken;
  }

  @Override
  final @Nullable Problem problem(MediaType type, @Nullable String syntax, List<String> notes) {
    if (ContentTypes.isHtml(type)) {
      return new Problem(Problem.Kind.CONTENT_TYPE, "HTML in place of a DICOM file");
    }
    file = FileHead.read(Arrays.copyOf(head, have));
    if (file == null) {
      return new Problem(Problem.Kind.DICOM, "not a DICOM file: no DICM after the preamble");
    }
    if (!type.type().equals("application/dicom")) {
      notes.add("content type " + ContentTypes.shown(type) + " for a DICOM file");
    }
    if (file.toldInstanceUid() == null) {
      return new Problem(Problem.Kind.UID, "the file does not say which instance it is");
    }
    Problem wrong = problem(file, notes);
    if (wrong == null && !Objects.equals(file.toldInstanceUid(), file.metaInstanceUid())) {
      String some = file.metaInstanceUid() == null ? "no" : "another";
      notes.add(some + " SOP Instance UID in the file meta information");
    }
    return wrong;
  }

  /** Why a file that says which instance it is is not what was asked for, or null. */
  abstract @Nullable Problem problem(FileHead read, List<String> notes);

  @Override
  final @Nullable String transferSyntax() {
    return file == null ? null : file.transferSyntax();
  }
}
