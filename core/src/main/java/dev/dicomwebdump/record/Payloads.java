package dev.dicomwebdump.record;

import dev.dicomwebdump.resource.InstanceUids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a response brought. Immutable.
 *
 * @param files the payloads' files, in the order of the parts; empty when none were wanted
 * @param aside whether one of them has not the name that it should have
 * @param instances which instances came, in the same order; empty unless many were asked for
 */
record Payloads(List<WrittenFile> files, boolean aside, List<@Nullable InstanceUids> instances) {

  static final Payloads NONE = new Payloads(List.of(), false, List.of());

  Payloads {
    files = List.copyOf(files);
    instances = Collections.unmodifiableList(new ArrayList<>(instances));
  }
}
