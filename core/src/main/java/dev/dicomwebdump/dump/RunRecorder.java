package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Redaction;
import dev.dicomwebdump.record.Storage;
import java.util.Set;
import java.util.TreeSet;

/** Makes the recorder of a run, and what it keeps out of records. */
final class RunRecorder {

  private RunRecorder() {}

  static Recorder of(DumpRequest request, ArchiveFolder folder, Storage storage) {
    return new Recorder(folder, redaction(request), storage, request.transport().maxBody());
  }

  static Redaction redaction(DumpRequest request) {
    Set<String> secret = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    request.headers().forEach(field -> secret.add(field.name()));
    request.recordedHeaders().forEach(secret::remove);
    return new Redaction(request.root().base(), secret);
  }
}
