package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.JoinedInput;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of a study or series, put together of that of the levels below, each dataset to the
 * byte.
 */
final class JoinedMetadata {

  private final DumpFiles files;
  private final HeldMetadata held;

  JoinedMetadata(DumpFiles files, HeldMetadata held) {
    this.files = files;
    this.held = held;
  }

  /** The documents of which it can be put together; empty where one is not held. */
  List<Resource> of(Resource asked) throws IOException {
    Uid study = asked.requireStudy();
    if (asked.series() != null) {
      return ofSeries(study, asked.requireSeries());
    }
    List<Resource> documents = new ArrayList<>();
    for (Uid series : files.uids(Layout.seriesFolder(study))) {
      Resource whole = Resource.seriesMetadata(study, series);
      List<Resource> its = held.has(whole) ? List.of(whole) : ofSeries(study, series);
      if (its.isEmpty()) {
        return List.of();
      }
      documents.addAll(its);
    }
    return documents;
  }

  private List<Resource> ofSeries(Uid study, Uid series) throws IOException {
    List<Resource> documents = new ArrayList<>();
    for (Uid instance : files.uids(Layout.seriesFolder(study) + "/" + series + "/instances")) {
      Resource document = Resource.instanceMetadata(study, series, instance);
      if (!held.has(document)) {
        return List.of();
      }
      documents.add(document);
    }
    return documents;
  }

  /** One document of the datasets of all these; each is read when its turn comes. */
  Content joined(List<Resource> documents) {
    return Content.of(-1, () -> open(documents));
  }

  private InputStream open(List<Resource> documents) {
    Datasets datasets = new Datasets();
    List<JoinedInput.Piece> pieces = new ArrayList<>();
    pieces.add(Content.of("[")::open);
    documents.forEach(each -> pieces.add(() -> datasets.of(each)));
    pieces.add(Content.of("]")::open);
    return new JoinedInput(pieces.iterator());
  }

  /** What stands between the brackets of each document, with a comma where one is needed. */
  private final class Datasets {
    private boolean any;

    InputStream of(Resource level) throws IOException {
      Content document = held.document(level);
      if (document == null) {
        throw new IOException("the record of " + level + " is none");
      }
      Content datasets = between(document);
      if (datasets == null) {
        return InputStream.nullInputStream();
      }
      byte[] separator = any ? new byte[] {','} : new byte[0];
      any = true;
      return new SequenceInputStream(new ByteArrayInputStream(separator), datasets.open());
    }

    private @Nullable Content between(Content document) throws IOException {
      long[] stretch = {-1, 0};
      HeldMetadata.read(
          document,
          Set.of(),
          dataset -> {
            stretch[0] = stretch[0] < 0 ? dataset.from() : stretch[0];
            stretch[1] = dataset.from() + dataset.length();
            return true;
          });
      return stretch[0] < 0 ? null : document.slice(stretch[0], stretch[1] - stretch[0]);
    }
  }
}
