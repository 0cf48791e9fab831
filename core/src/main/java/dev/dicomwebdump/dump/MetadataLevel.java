package dev.dicomwebdump.dump;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a server has a level of metadata at all. While it has answered none, refusals of that
 * level are held back: ten of them mean that it has not, and one success that each is a failure.
 * Safe for use by many threads at once.
 *
 * @param <T> what is held back: a refused resource
 */
final class MetadataLevel<T> {

  private static final int ENOUGH = 10;

  private enum Standing {
    OPEN,
    SERVED,
    UNSUPPORTED
  }

  private final List<T> held = new ArrayList<>();
  private Standing standing = Standing.OPEN;

  /** Whether a response's status says that the level may not exist: 404, 405 or 501. */
  static boolean mayBeUnsupported(int status) {
    return status == 404 || status == 405 || status == 501;
  }

  /** Whether the server is known not to have the level. */
  synchronized boolean isUnsupported() {
    return standing == Standing.UNSUPPORTED;
  }

  /**
   * The server refused a resource of the level.
   *
   * @return the refused resources that are decided upon now, this one among them unless it is held
   *     back
   */
  synchronized List<T> refused(T resource) {
    held.add(resource);
    if (standing == Standing.OPEN && held.size() >= ENOUGH) {
      standing = Standing.UNSUPPORTED;
    }
    return standing == Standing.OPEN ? List.of() : release();
  }

  /**
   * The server answered a resource of the level.
   *
   * @return the refused resources that were held back, now known to be failures
   */
  synchronized List<T> served() {
    standing = Standing.SERVED;
    return release();
  }

  /**
   * An earlier run found that the server has not the level; it counts unless it has answered since.
   *
   * @return the refused resources that were held back
   */
  synchronized List<T> unsupported() {
    standing = standing == Standing.OPEN ? Standing.UNSUPPORTED : standing;
    return release();
  }

  /** Gives up waiting: the refused resources that are held back and fulfil the condition. */
  synchronized List<T> giveUp(java.util.function.Predicate<T> condition) {
    List<T> given = held.stream().filter(condition).toList();
    held.removeAll(given);
    return given;
  }

  private List<T> release() {
    List<T> released = List.copyOf(held);
    held.clear();
    return released;
  }
}
