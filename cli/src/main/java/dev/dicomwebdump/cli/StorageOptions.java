package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.record.Keep;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The options that say which files are written of a response, and for whom. */
final class StorageOptions extends OptionGroup {

  private final Given<Boolean> payloads =
      flag("-m", "--stripMultiPartMimeWrapper", "--strip-multi-part-mime-wrapper")
          .described("Also write payloads, without their multipart wrapper, as .bin.");

  private final Given<Keep> keep =
      usually("body", Keep.class, "--keep")
          .label("WHAT")
          .by(new KeepConverter())
          .described(
              "body (the default), or parts: of what has payloads only these (as -m),",
              "and in the record what is around them, so that nothing is there twice.");

  private final Given<Boolean> recordsOnly =
      flag("--recordsOnly", "--records-only")
          .described(
              "Check every body, and keep none of them, not even metadata: only records, summaries",
              "and checksums stay, such as for a bug report without images.");

  private final Given<@Nullable Path> dicom =
      optional(Path.class, "--dicom")
          .label("FOLDER")
          .described(
              "Also write each DICOM file (as -i) to FOLDER/<study>/<series>/<sop>.dcm, outside of the"
                  + " dump.");

  private final Given<Boolean> pretty =
      flag("--pretty")
          .described("Also write metadata once more to be read, as metadata.pretty.json.");

  private final Given<DigestKind> digest =
      usually("sha256", DigestKind.class, "--digest")
          .label("KIND")
          .described(
              "What is taken of each file as it is written: sha256 (the default), with SHA256SUMS;",
              "crc32c, which is faster and finds what changes by chance; or none.");

  private final Given<Permissions> permissions =
      usually("owner", Permissions.class, "--permissions")
          .label("WHO")
          .by(new PermissionsConverter())
          .described("Who may read the dump: owner, or what the umask says (umask).");

  /**
   * Sets what these options say.
   *
   * @throws IllegalArgumentException when they contradict each other
   */
  DumpRequestBuilder applyTo(DumpRequestBuilder request) {
    if (recordsOnly.value() && keep.value() == Keep.PARTS) {
      throw new IllegalArgumentException("--records-only keeps no payloads: no --keep parts");
    }
    return request
        .payloads(payloads.value())
        .keep(recordsOnly.value() ? Keep.NONE : keep.value())
        .dicom(dicom.value())
        .pretty(pretty.value())
        .digest(digest.value())
        .permissions(permissions.value());
  }
}
