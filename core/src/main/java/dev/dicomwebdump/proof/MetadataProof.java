package dev.dicomwebdump.proof;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metadata must name what was asked for. */
final class MetadataProof extends DicomJsonProof {

  private final Resource asked;
  private final ResponseHead head;

  MetadataProof(Resource asked, ResponseHead head, MediaType type) {
    super(type);
    this.asked = asked;
    this.head = head;
  }

  @Override
  boolean mayBeEmpty(List<String> into) {
    return false;
  }

  @Override
  @Nullable Problem readToEnd(DatasetReader reader, List<String> into) throws IOException {
    if (head.status() == 206) {
      return new Problem(
          Problem.Kind.TRUNCATED, "206: the server gave only a part of the metadata");
    }
    boolean any = false;
    boolean fits = false;
    for (Dataset dataset = reader.next(); dataset != null; dataset = reader.next()) {
      any |= !dataset.isEmpty();
      fits |= !dataset.isEmpty() && fits(dataset);
    }
    if (!any) {
      return new Problem(Problem.Kind.JSON, "the metadata names no instance");
    }
    return fits ? null : new Problem(Problem.Kind.UID, "the metadata is not of what was asked for");
  }

  /**
   * Whether a dataset is of the study, series and instance that were asked for, or leaves it open.
   */
  private boolean fits(Dataset dataset) {
    return fits(dataset, Attribute.STUDY_INSTANCE_UID, asked.requireStudy())
        && fits(dataset, Attribute.SERIES_INSTANCE_UID, asked.series())
        && fits(dataset, Attribute.SOP_INSTANCE_UID, asked.instance());
  }
}
