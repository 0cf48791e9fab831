package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.InstanceUids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the members of a record that tell which files there are and what is in them. */
final class StoredJson {

  private final JsonWriter json;

  StoredJson(JsonWriter json) {
    this.json = json;
  }

  void writeBody(@Nullable StoredBody body) {
    if (body == null) {
      json.nothing("body");
      return;
    }
    json.beginObject("body");
    json.string("file", body.file());
    json.number("bytes", body.bytes());
    writeDigest(body.digest());
    json.endObject();
  }

  void writeMultipart(@Nullable StoredMultipart multipart) {
    if (multipart == null) {
      json.nothing("multipart");
      return;
    }
    json.beginObject("multipart");
    json.string("boundary", multipart.boundary());
    json.truth("closed", multipart.closed());
    json.beginArray("parts");
    for (StoredPart part : multipart.parts()) {
      writePart(part);
    }
    json.endArray();
    writeWrapper(multipart.wrapper());
    json.endObject();
  }

  /** The member {@code digest} is there only where there is something else than a SHA-256. */
  private void writeDigest(@Nullable ContentDigest digest) {
    String sha256 = digest == null ? null : digest.sha256OrNull();
    json.string("sha256", sha256);
    if (digest != null && sha256 == null) {
      json.string("digest", digest.published());
    }
  }

  private void writeWrapper(List<String> wrapper) {
    if (wrapper.isEmpty()) {
      return;
    }
    json.beginArray("wrapper");
    for (String piece : wrapper) {
      json.string(piece);
    }
    json.endArray();
  }

  void writeInstances(List<@Nullable InstanceUids> instances) {
    json.beginArray("instances");
    for (InstanceUids instance : instances) {
      if (instance == null) {
        json.string(null);
      } else {
        json.beginObject();
        RecordJson.writeUid(json, "series", instance.series());
        RecordJson.writeUid(json, "instance", instance.instance());
        json.endObject();
      }
    }
    json.endArray();
  }

  private void writePart(StoredPart part) {
    json.beginObject();
    HarEntry.writePairs(json, "headers", part.headers());
    json.number("offset", part.offset());
    json.number("length", part.length());
    json.string("file", part.file());
    writeDigest(part.digest());
    json.endObject();
  }
}
