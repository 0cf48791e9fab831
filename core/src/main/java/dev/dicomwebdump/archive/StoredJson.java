package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dicomwebdump.resource.InstanceUids;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the members of a record that tell which files there are and what is in them. */
final class StoredJson {

  private final JsonGenerator json;

  StoredJson(JsonGenerator json) {
    this.json = json;
  }

  void writeBody(@Nullable StoredBody body) throws IOException {
    if (body == null) {
      json.writeNullField("body");
      return;
    }
    json.writeObjectFieldStart("body");
    json.writeStringField("file", body.file());
    json.writeNumberField("bytes", body.bytes());
    writeDigest(body.digest());
    json.writeEndObject();
  }

  void writeMultipart(@Nullable StoredMultipart multipart) throws IOException {
    if (multipart == null) {
      json.writeNullField("multipart");
      return;
    }
    json.writeObjectFieldStart("multipart");
    json.writeStringField("boundary", multipart.boundary());
    json.writeBooleanField("closed", multipart.closed());
    json.writeArrayFieldStart("parts");
    for (StoredPart part : multipart.parts()) {
      writePart(part);
    }
    json.writeEndArray();
    writeWrapper(multipart.wrapper());
    json.writeEndObject();
  }

  /** The member {@code digest} is there only where there is something else than a SHA-256. */
  private void writeDigest(@Nullable ContentDigest digest) throws IOException {
    String sha256 = digest == null ? null : digest.sha256OrNull();
    json.writeStringField("sha256", sha256);
    if (digest != null && sha256 == null) {
      json.writeStringField("digest", digest.published());
    }
  }

  private void writeWrapper(List<String> wrapper) throws IOException {
    if (wrapper.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("wrapper");
    for (String piece : wrapper) {
      json.writeString(piece);
    }
    json.writeEndArray();
  }

  void writeInstances(List<@Nullable InstanceUids> instances) throws IOException {
    json.writeArrayFieldStart("instances");
    for (InstanceUids instance : instances) {
      if (instance == null) {
        json.writeNull();
      } else {
        json.writeStartObject();
        RecordJson.writeUid(json, "series", instance.series());
        RecordJson.writeUid(json, "instance", instance.instance());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void writePart(StoredPart part) throws IOException {
    json.writeStartObject();
    HarEntry.writePairs(json, "headers", part.headers());
    json.writeNumberField("offset", part.offset());
    json.writeNumberField("length", part.length());
    json.writeStringField("file", part.file());
    writeDigest(part.digest());
    json.writeEndObject();
  }
}
