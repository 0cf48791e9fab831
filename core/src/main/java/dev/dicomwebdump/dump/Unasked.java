package dev.dicomwebdump.dump;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;

/** Hears of what fails without having been asked for. Used under the work list's lock. */
interface Unasked {

  /** A resource cannot be asked for. */
  void failed(Resource resource, Problem why);

  /**
   * A frame and all up to the last are not asked for.
   *
   * @param first the first of them
   * @param last the number of the last
   */
  void failed(Resource first, int last, Problem why);
}
