package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.record.Keep;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which files are written of a response, and for whom. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StorageOptions {

  @Option(
      names = {"-m", "--stripMultiPartMimeWrapper", "--strip-multi-part-mime-wrapper"},
      description = "Also write payloads, without their multipart wrapper, as .bin.")
  boolean payloads;

  @Option(
      names = "--keep",
      paramLabel = "WHAT",
      defaultValue = "body",
      converter = KeepConverter.class,
      description = {
        "body (the default), or parts: of what has payloads only these (as -m),",
        "and in the record what is around them, so that nothing is there twice."
      })
  Keep keep;

  @Option(
      names = {"--recordsOnly", "--records-only"},
      description = {
        "Check every body, and keep none of them, not even metadata: only records, summaries",
        "and checksums stay, such as for a bug report without images."
      })
  boolean recordsOnly;

  @Option(
      names = "--dicom",
      paramLabel = "FOLDER",
      description =
          "Also write each DICOM file (as -i) to FOLDER/<study>/<series>/<sop>.dcm, outside of the"
              + " dump.")
  @Nullable Path dicom;

  @Option(
      names = "--pretty",
      description = "Also write metadata once more to be read, as metadata.pretty.json.")
  boolean pretty;

  @Option(
      names = "--digest",
      paramLabel = "KIND",
      defaultValue = "sha256",
      description = {
        "What is taken of each file as it is written: sha256 (the default), with SHA256SUMS;",
        "crc32c, which is faster and finds what changes by chance; or none."
      })
  DigestKind digest;

  @Option(
      names = "--permissions",
      paramLabel = "WHO",
      defaultValue = "owner",
      converter = PermissionsConverter.class,
      description = "Who may read the dump: owner, or what the umask says (umask).")
  Permissions permissions;

  /**
   * Sets what these options say.
   *
   * @throws IllegalArgumentException when they contradict each other
   */
  DumpRequestBuilder applyTo(DumpRequestBuilder request) {
    if (recordsOnly && keep == Keep.PARTS) {
      throw new IllegalArgumentException("--records-only keeps no payloads: no --keep parts");
    }
    return request
        .payloads(payloads)
        .keep(recordsOnly ? Keep.NONE : keep)
        .dicom(dicom)
        .pretty(pretty)
        .digest(digest)
        .permissions(permissions);
  }
}
