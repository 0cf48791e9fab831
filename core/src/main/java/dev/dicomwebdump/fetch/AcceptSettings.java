package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What resources are asked for as. Immutable.
 *
 * @param transferSyntax for frames and DICOM files
 * @param given whole Accept headers: a resource of such a kind is asked for with its header alone
 */
public record AcceptSettings(WantedSyntax transferSyntax, Map<ResourceKind, String> given) {

  /** As stored, with the usual headers. */
  public static final AcceptSettings USUAL = new AcceptSettings(WantedSyntax.AS_STORED, Map.of());

  /**
   * @throws IllegalArgumentException when a header is empty, or HTTP cannot carry it
   */
  public AcceptSettings {
    Map<ResourceKind, String> copy = new EnumMap<>(ResourceKind.class);
    given.forEach((kind, value) -> copy.put(kind, sendable(value)));
    given = Collections.unmodifiableMap(copy);
  }

  /** Whether a resource may be asked for with that header. */
  public boolean allow(Resource resource, String accept) {
    return AcceptLadder.of(resource, this).has(accept);
  }

  private static String sendable(String value) {
    String sent = Header.sendable("Accept", value).value();
    if (sent.isEmpty()) {
      throw new IllegalArgumentException("an Accept header must not be empty");
    }
    return sent;
  }

  /** As the command line has it. */
  @Override
  public String toString() {
    StringBuilder options = new StringBuilder("--transfer-syntax '" + transferSyntax + "'");
    given.forEach(
        (kind, value) -> options.append(" --accept '" + kind.published() + "=" + value + "'"));
    return options.toString();
  }
}
