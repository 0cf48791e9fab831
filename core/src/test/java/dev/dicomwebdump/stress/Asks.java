package dev.dicomwebdump.stress;

import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;

/** Requests for tests. */
final class Asks {
  private Asks() {}

  static Ask of(Resource resource) {
    return new Ask(resource, Pixels.NONE, "*/*");
  }
}
