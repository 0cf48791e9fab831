package dev.dicomwebdump.proof;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.dicomjson.DicomJsonException;
import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metadata must be DICOM JSON (PS3.18 Annex F) to its last byte. */
final class MetadataProof implements ResponseProof {

  private static final String DICOM_JSON = "application/dicom+json";

  private final Resource asked;
  private final ResponseHead head;
  private final MediaType type;
  private final List<String> notes = new ArrayList<>();
  private long contentBytes;

  MetadataProof(Resource asked, ResponseHead head, MediaType type) {
    this.asked = asked;
    this.head = head;
    this.type = type;
  }

  @Override
  public void content(byte[] buffer, int offset, int length) {
    contentBytes += length;
  }

  @Override
  public Verdict end(ContentSource source) {
    Problem problem = problem(source);
    if (problem == null && !type.type().equals(DICOM_JSON)) {
      notes.add("content type " + ContentTypes.shown(type) + " for DICOM JSON");
    }
    return new Verdict(problem, notes, null, ToldTransferSyntax.NONE, contentBytes);
  }

  private @Nullable Problem problem(ContentSource source) {
    if (ContentTypes.isHtml(type)) {
      return new Problem(
          Problem.Kind.CONTENT_TYPE, ContentTypes.shown(type) + " in place of DICOM JSON");
    }
    if (head.status() == 206) {
      return new Problem(
          Problem.Kind.TRUNCATED, "206: the server gave only a part of the metadata");
    }
    try (DatasetReader reader = new DatasetReader(source.open())) {
      return readToEnd(reader);
    } catch (DicomJsonException e) {
      return notJson(e);
    } catch (IOException e) {
      return new Problem(Problem.Kind.CONTENT_CODING, "the content cannot be decoded");
    }
  }

  private @Nullable Problem readToEnd(DatasetReader reader) throws IOException {
    boolean any = false;
    boolean fits = false;
    for (Dataset dataset = reader.next(); dataset != null; dataset = reader.next()) {
      any |= !dataset.isEmpty();
      fits |= !dataset.isEmpty() && fits(dataset);
    }
    if (reader.isSingleObject()) {
      notes.add("an object in place of an array of datasets");
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

  private static boolean fits(Dataset dataset, Attribute attribute, @Nullable Uid wanted) {
    String named = dataset.string(attribute);
    return wanted == null || named == null || named.equals(wanted.value());
  }

  private Problem notJson(DicomJsonException e) {
    if (e.isCut()) {
      return new Problem(Problem.Kind.TRUNCATED, "the JSON breaks off: " + e.getMessage());
    }
    return type.type().endsWith("json") || type.type().isEmpty()
        ? new Problem(Problem.Kind.JSON, "not DICOM JSON: " + e.getMessage())
        : new Problem(
            Problem.Kind.CONTENT_TYPE, ContentTypes.shown(type) + " in place of DICOM JSON");
  }
}
