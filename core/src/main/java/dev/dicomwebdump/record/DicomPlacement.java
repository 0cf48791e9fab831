package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DicomFolder;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.PayloadNames;
import dev.dicomwebdump.archive.StoredMultipart;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the DICOM files of one response their names in a folder outside the dump. An instance that
 * came alone has its file by that response, whatever others brought; of others, the last one has
 * it. For one thread.
 */
final class DicomPlacement {

  private static final String UNPLACED =
      "an instance has no .dcm file: its series, or a UID that can be a name, is not told";
  private static final Set<ResourceKind> FILES =
      EnumSet.of(
          ResourceKind.INSTANCE, ResourceKind.SERIES_INSTANCES, ResourceKind.STUDY_INSTANCES);

  private final ArchiveFolder folder;
  private final DicomFolder dicom;
  private final PayloadNames names;
  private boolean unplaced;

  DicomPlacement(ArchiveFolder folder, DicomFolder dicom, PayloadNames names) {
    this.folder = folder;
    this.dicom = dicom;
    this.names = names;
  }

  /** Whether the payloads of what is asked for are DICOM files. */
  static boolean isOf(Resource asked) {
    return FILES.contains(asked.kind());
  }

  /** Gives each file its name that has one. */
  void settleAll(PayloadFiles written) {
    for (int part = 1; part <= written.count(); part++) {
      Resource instance = instance(part);
      if (instance != null) {
        dicom.settle(written.temporary(part).path(), instance);
      }
    }
  }

  /** Cuts those files out of a recorded body that are not there, or have another length. */
  void complete(HeldEntry held) {
    try (BodyCutter cutter = new BodyCutter(folder, held)) {
      int part = 0;
      for (StoredPart stored : parts(held.record())) {
        part++;
        Resource instance = instance(part);
        if (instance != null && !dicom.holds(instance, stored.length())) {
          cut(stored, cutter, instance);
        }
      }
    }
  }

  private void cut(StoredPart part, BodyCutter cutter, Resource instance) {
    String name = dicom.temporaries().payload();
    WrittenFile file = cutter.cut(part.offset(), part.length(), dicom.files(), name);
    dicom.settle(file.path(), instance);
  }

  /** The notes, with one more where there is a file without a name. */
  List<String> withOwn(List<String> notes) {
    return unplaced ? Stream.concat(notes.stream(), Stream.of(UNPLACED)).toList() : notes;
  }

  /** The instance whose file a payload is to be; null when it is to be none. */
  private @Nullable Resource instance(int part) {
    Resource instance = names.resourceOf(part);
    unplaced |= instance == null;
    return instance == null || isOfItsOwn(instance) ? null : instance;
  }

  private boolean isOfItsOwn(Resource instance) {
    if (names.isOf(instance)) {
      return false;
    }
    HeldEntry own = HeldEntry.read(folder, instance);
    return own != null && own.record().outcome() == Outcome.COMPLETE;
  }

  private static List<StoredPart> parts(DumpRecord record) {
    StoredMultipart multipart = record.multipart();
    return multipart == null
        ? List.of(new StoredPart(List.of(), 0, record.contentSize(), null, null))
        : multipart.parts();
  }
}
