package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metadata and pages of searches, as they came, of a run that keeps no bodies: held for as long as
 * the walk needs them. Safe for use by many threads at once.
 */
public final class UnkeptContents {

  private final Map<String, Spool> held = new HashMap<>();

  UnkeptContents() {}

  /** Whether resources of the kind are held: those that name others. */
  static boolean areOf(ResourceKind kind) {
    return kind.isMetadata() || kind.isSearch();
  }

  synchronized void hold(String body, Spool content) {
    Spool before = held.put(body, content);
    if (before != null) {
      before.close();
    }
  }

  /** Whether what came of a resource is held. */
  public synchronized boolean has(Resource resource) {
    return held.containsKey(Layout.filesOf(resource).body());
  }

  /**
   * Opens what came of a resource, before content decoding; the caller closes it.
   *
   * @throws IllegalStateException when it is not held
   */
  public synchronized InputStream open(Resource resource) {
    Spool content = held.get(Layout.filesOf(resource).body());
    if (content == null) {
      throw new IllegalStateException("what came of " + resource + " is not held");
    }
    return content.open();
  }

  /** Lets go of what came of a resource; who reads it can go on. */
  public synchronized void release(Resource resource) {
    if (!held.isEmpty()) {
      release(Layout.filesOf(resource).body());
    }
  }

  /** Lets go of all that came of a study. */
  public void releaseStudy(Uid study) {
    releaseBelow(Layout.studyFolder(study) + "/");
  }

  /** Lets go of all. */
  public void releaseAll() {
    releaseBelow("");
  }

  private synchronized void releaseBelow(String place) {
    held.keySet().stream().filter(body -> body.startsWith(place)).toList().forEach(this::release);
  }

  private synchronized void release(String body) {
    @Nullable Spool content = held.remove(body);
    if (content != null) {
      content.close();
    }
  }
}
