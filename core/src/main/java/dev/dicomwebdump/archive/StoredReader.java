package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what {@link StoredJson} writes. A file's name is one that lies beside its record, or
 * that of an instance's payload in the same study, so that no record can lead out of its study.
 */
final class StoredReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern PAYLOAD =
      Pattern.compile(
          NAME
              + "|series/"
              + Uid.PATTERN
              + "/instances/(?<sop>"
              + Uid.PATTERN
              + ")/_/\\k<sop>\\.bin");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private StoredReader() {}

  static @Nullable StoredBody body(@Nullable JsonObject body) throws FormatException {
    return body == null
        ? null
        : new StoredBody(
            body.isNull("file") ? null : matching(body, "file", PAYLOAD),
            body.whole("bytes", 0),
            digest(body));
  }

  static List<@Nullable InstanceUids> instances(JsonObject dicomweb) throws FormatException {
    List<@Nullable InstanceUids> instances = new ArrayList<>();
    for (JsonObject instance : dicomweb.objectsOrNulls("instances")) {
      instances.add(instance == null ? null : instance(instance));
    }
    return instances;
  }

  private static InstanceUids instance(JsonObject instance) throws FormatException {
    String series = instance.stringOrNull("series");
    return new InstanceUids(
        series == null ? null : new Uid(series), new Uid(instance.string("instance")));
  }

  static @Nullable StoredMultipart multipart(@Nullable JsonObject multipart)
      throws FormatException {
    if (multipart == null) {
      return null;
    }
    List<StoredPart> parts = new ArrayList<>();
    for (JsonObject part : multipart.objects("parts")) {
      parts.add(part(part));
    }
    return new StoredMultipart(
        multipart.string("boundary"), multipart.truth("closed"), parts, wrapper(multipart));
  }

  private static List<String> wrapper(JsonObject multipart) throws FormatException {
    List<String> wrapper = multipart.has("wrapper") ? multipart.strings("wrapper") : List.of();
    try {
      wrapper.forEach(Base64.getDecoder()::decode);
      return wrapper;
    } catch (IllegalArgumentException e) {
      throw multipart.wrong("wrapper", "not Base64");
    }
  }

  private static StoredPart part(JsonObject part) throws FormatException {
    boolean stored = part.stringOrNull("file") != null;
    if (stored != (part.stringOrNull("sha256") != null || other(part) != null)) {
      throw part.wrong("sha256", "not there exactly where file is");
    }
    return new StoredPart(
        HarReader.pairs(part, "headers"),
        part.whole("offset", 0),
        part.whole("length", 0),
        stored ? matching(part, "file", PAYLOAD) : null,
        stored ? digest(part) : null);
  }

  private static ContentDigest digest(JsonObject object) throws FormatException {
    String other = other(object);
    if (other == null) {
      return ContentDigest.sha256(matching(object, "sha256", SHA256));
    }
    ContentDigest digest = object.isNull("sha256") ? ContentDigest.parse(other) : null;
    if (digest == null) {
      throw object.wrong("digest", "not of its form, or beside a SHA-256");
    }
    return digest;
  }

  /** What there is in place of a SHA-256; null where there is one. */
  private static @Nullable String other(JsonObject object) throws FormatException {
    return object.has("digest") ? object.stringOrNull("digest") : null;
  }

  private static String matching(JsonObject object, String name, Pattern pattern)
      throws FormatException {
    String value = object.string(name);
    if (!pattern.matcher(value).matches()) {
      throw object.wrong(name, "not of its form");
    }
    return value;
  }
}
