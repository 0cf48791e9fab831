package dev.dicomwebdump.fetch;

import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.EnumMap;
import java.util.Map;

/** The ladders of one run, each made once where a kind has one for all of it. Immutable. */
final class AcceptLadders {

  private final AcceptSettings settings;
  private final Map<ResourceKind, AcceptLadder> ofKinds = new EnumMap<>(ResourceKind.class);

  AcceptLadders(AcceptSettings settings) {
    this.settings = settings;
    for (ResourceKind kind : ResourceKind.values()) {
      if (kind != ResourceKind.BULKDATA) {
        ofKinds.put(kind, AcceptLadder.of(kind, settings));
      }
    }
  }

  /** The ladder for a resource; a value's own type has a step in it. */
  AcceptLadder of(Resource resource) {
    AcceptLadder ofKind = ofKinds.get(resource.kind());
    return ofKind == null ? AcceptLadder.of(resource, settings) : ofKind;
  }
}
