package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.SummaryOutline;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.Map;
import java.util.Set;

/**
 * What a study's dump was asked to hold.
 *
 * @param files whether DICOM files
 * @param payloads whether payloads beside bodies
 * @param unsupported levels of metadata that the server does not have
 */
record Asked(boolean files, boolean payloads, Set<ResourceKind> unsupported) {

  /** The least, where nothing is known. */
  static final Asked LEAST = new Asked(false, false, Set.of());

  static Asked of(SummaryOutline summary) {
    Map<String, String> options = summary.options();
    return new Asked(
        Boolean.parseBoolean(options.get("includeFullInstance")),
        Boolean.parseBoolean(options.get("stripMultiPartMimeWrapper")),
        Set.copyOf(summary.dump().unsupportedLevels()));
  }
}
