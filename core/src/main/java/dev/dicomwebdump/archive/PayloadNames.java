package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the payloads of one response are called. A frame's or instance's payload has that frame's or
 * instance's own name in the tree, whatever response it came with, so that two records may name one
 * file. Immutable.
 */
public final class PayloadNames {

  private final Resource resource;
  private final EntryFiles files;
  private final List<@Nullable InstanceUids> instances;
  private final int payloads;

  /**
   * @param instances which instance each payload is, null for one that is not known; empty unless
   *     the resource is all instances of a series or study
   * @param payloads how many payloads the response has
   */
  public PayloadNames(Resource resource, List<@Nullable InstanceUids> instances, int payloads) {
    this.resource = resource;
    this.files = Layout.filesOf(resource);
    this.instances = Collections.unmodifiableList(new ArrayList<>(instances));
    this.payloads = payloads;
  }

  /** The payloads of a recorded response, or the place of those that there would be. */
  public static PayloadNames of(DumpRecord record) {
    StoredMultipart multipart = record.multipart();
    int payloads = multipart == null ? 1 : multipart.parts().size();
    return new PayloadNames(record.resource(), record.instances(), payloads);
  }

  /** Whether they are the payloads of what was asked for. */
  public boolean isOf(Resource asked) {
    return resource.equals(asked);
  }

  /** How many there are. */
  public int payloads() {
    return payloads;
  }

  /**
   * Where a payload belongs.
   *
   * @param part its number, from 1
   */
  public String of(int part) {
    Resource own = resourceOf(part);
    if (own != null) {
      return Layout.filesOf(own).payload();
    }
    return payloads == 1 ? files.payload() : files.payload(part);
  }

  /** Where a payload lies when another response's has the name that it should have. */
  public String aside(int part) {
    return files.payload(part);
  }

  /** Whether a payload, by its number from 1, may have that name. */
  public boolean mayBe(int part, String path) {
    return path.equals(of(part)) || path.equals(aside(part));
  }

  /**
   * The records other than this response's own that may name the same payload, whether they are
   * there or not; those of several frames, whose number is not known, left out.
   */
  public List<String> otherRecords(int part) {
    Resource own = resourceOf(part);
    if (own == null) {
      return List.of();
    }
    Stream<Resource> owners =
        own.kind() == ResourceKind.FRAME
            ? Stream.of(own)
            : Stream.of(
                own,
                Resource.seriesInstances(own.requireStudy(), own.requireSeries()),
                Resource.studyInstances(own.requireStudy()));
    return owners
        .map(owner -> Layout.filesOf(owner).record())
        .filter(record -> !record.equals(files.record()))
        .toList();
  }

  /** The one frame or instance that a payload is; null when it is neither, or not known. */
  public @Nullable Resource resourceOf(int part) {
    return switch (resource.kind()) {
      case INSTANCE -> resource;
      case FRAME ->
          part > resource.frames().size()
              ? null
              : Resource.frame(
                  resource.requireStudy(),
                  resource.requireSeries(),
                  resource.requireInstance(),
                  resource.frames().get(part - 1));
      case SERIES_INSTANCES, STUDY_INSTANCES -> instance(part);
      default -> null;
    };
  }

  private @Nullable Resource instance(int part) {
    InstanceUids uids = part > instances.size() ? null : instances.get(part - 1);
    return uids == null || uids.series() == null
        ? null
        : Resource.instance(resource.requireStudy(), uids.series(), uids.instance());
  }
}
