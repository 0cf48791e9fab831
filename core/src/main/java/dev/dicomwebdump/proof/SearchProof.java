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

/**
 * A page of a search must name what is searched for: PS3.18 section 10.6.3. One that finds nothing
 * is in order. Entries that name nothing are accepted beside others that do, and told by whoever
 * reads the page.
 */
final class SearchProof extends DicomJsonProof {

  private final Resource asked;
  private final ResponseHead head;
  private final Attribute wanted;

  SearchProof(Resource asked, ResponseHead head, MediaType type) {
    super(type);
    this.asked = asked;
    this.head = head;
    this.wanted =
        switch (asked.kind()) {
          case STUDIES_SEARCH -> Attribute.STUDY_INSTANCE_UID;
          case SERIES_SEARCH -> Attribute.SERIES_INSTANCE_UID;
          default -> Attribute.SOP_INSTANCE_UID;
        };
  }

  /** Where only the connection's end tells the body's, nothing may be all that is left of it. */
  @Override
  boolean mayBeEmpty(List<String> into) {
    boolean ended = BodyEnd.isTold(head);
    if (ended) {
      into.add("an empty body in place of an empty array");
    }
    return ended;
  }

  @Override
  @Nullable Problem readToEnd(DatasetReader reader, List<String> into) throws IOException {
    long entries = 0;
    long named = 0;
    long fitting = 0;
    for (Dataset dataset = reader.next(); dataset != null; dataset = reader.next()) {
      entries++;
      boolean names = dataset.string(wanted) != null;
      named += names ? 1 : 0;
      fitting += names && fits(dataset) ? 1 : 0;
    }
    if (head.status() == 206) {
      into.add("206: the server gave only a part of what it found");
    }
    if (entries > named && named > 0) {
      into.add("an entry without " + wanted);
    }
    return problem(entries, named, fitting);
  }

  private @Nullable Problem problem(long entries, long named, long fitting) {
    if (entries > 0 && named == 0) {
      return new Problem(Problem.Kind.UID, "no entry has a " + wanted);
    }
    return entries > 0 && fitting == 0
        ? new Problem(Problem.Kind.UID, "what was found is not of what was asked for")
        : null;
  }

  private boolean fits(Dataset dataset) {
    return fits(dataset, Attribute.STUDY_INSTANCE_UID, asked.study())
        && fits(dataset, Attribute.SERIES_INSTANCE_UID, asked.series());
  }
}
