package dev.dicomwebdump.proof;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.dicomjson.DicomJsonException;
import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be DICOM JSON (PS3.18 Annex F) to its last byte. */
abstract class DicomJsonProof implements ResponseProof {

  private static final String DICOM_JSON = "application/dicom+json";

  private final MediaType type;
  private final List<String> notes = new ArrayList<>();
  private long contentBytes;

  DicomJsonProof(MediaType type) {
    this.type = type;
  }

  @Override
  public final void content(byte[] buffer, int offset, int length) {
    contentBytes += length;
  }

  @Override
  public final Verdict end(ContentSource source) {
    Problem problem = problem(source);
    return new Verdict(problem, notes, null, ToldTransferSyntax.NONE, contentBytes);
  }

  private @Nullable Problem problem(ContentSource source) {
    if (contentBytes == 0 && mayBeEmpty(notes)) {
      return null;
    }
    if (ContentTypes.isHtml(type)) {
      return new Problem(
          Problem.Kind.CONTENT_TYPE, ContentTypes.shown(type) + " in place of DICOM JSON");
    }
    Problem problem = read(source);
    if (problem == null && !type.type().equals(DICOM_JSON)) {
      notes.add("content type " + ContentTypes.shown(type) + " for DICOM JSON");
    }
    return problem;
  }

  private @Nullable Problem read(ContentSource source) {
    try (DatasetReader reader = new DatasetReader(source.open())) {
      Problem problem = readToEnd(reader, notes);
      if (reader.isSingleObject()) {
        notes.add("an object in place of an array of datasets");
      }
      return problem;
    } catch (DicomJsonException e) {
      return notJson(e);
    } catch (IOException e) {
      return new Problem(Problem.Kind.CONTENT_CODING, "the content cannot be decoded");
    }
  }

  /** Whether no content at all is in order; may add a note. */
  abstract boolean mayBeEmpty(List<String> into);

  /** Reads the document to its end; why it is not what was asked for, or null. */
  abstract @Nullable Problem readToEnd(DatasetReader reader, List<String> into) throws IOException;

  /** Whether a dataset is of what was asked for, or leaves it open. */
  static boolean fits(Dataset dataset, Attribute attribute, @Nullable Uid wanted) {
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
