package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as JSON: an {@code entry} of HAR 1.2 with one member more. {@code
 * schemas/record.schema.json} defines it.
 */
public final class RecordJson {

  static final int VERSION = 1;

  private final JsonWriter json;

  private RecordJson(JsonWriter json) {
    this.json = json;
  }

  /** The bytes of a record's file. */
  public static byte[] encode(DumpRecord record) {
    return JsonWriter.encode(json -> new RecordJson(json).write(record));
  }

  private void write(DumpRecord record) {
    writeBegun(record, HarText.of(record.errorText()));
    json.beginArray("earlier");
    writeEarlier(record);
    json.endArray();
    writeEnd();
  }

  /**
   * Writes all exchanges of a record as entries of their own, in the order in which they were made.
   *
   * @param text writes what there is of the last one's content
   */
  static void writeEntries(JsonWriter json, DumpRecord record, HarText text) {
    RecordJson entries = new RecordJson(json);
    entries.writeEarlier(record);
    entries.writeBegun(record, text);
    entries.writeEnd();
  }

  /** All but the exchanges that were made before. */
  private void writeBegun(DumpRecord record, HarText text) {
    json.beginObject();
    new HarEntry(json).write(record.exchange(), record.contentSize(), text);
    json.beginObject("_dicomweb");
    json.number("version", VERSION);
    writeResource(record.resource(), record.uri());
    json.string("outcome", record.outcome().published());
    writeProblem(json, "problem", record.problem());
    writeStrings("notes", record.notes());
    StoredJson stored = new StoredJson(json);
    stored.writeBody(record.body());
    stored.writeMultipart(record.multipart());
    stored.writeInstances(record.instances());
    writeTransferSyntax(record.transferSyntax());
  }

  private void writeEnd() {
    json.endObject();
    json.endObject();
  }

  /** Writes why something is not whole, or null. */
  static void writeProblem(JsonWriter json, String member, @Nullable Problem problem) {
    if (problem == null) {
      json.nothing(member);
      return;
    }
    json.beginObject(member);
    json.string("kind", problem.kind().published());
    json.string("message", problem.message());
    json.endObject();
  }

  /** Writes a UID, or null. */
  static void writeUid(JsonWriter json, String member, @Nullable Uid uid) {
    json.string(member, uid == null ? null : uid.value());
  }

  private void writeResource(Resource resource, String uri) {
    json.beginObject("resource");
    json.string("kind", resource.kind().published());
    writeUid(json, "study", resource.study());
    writeUid(json, "series", resource.series());
    writeUid(json, "instance", resource.instance());
    json.beginArray("frames");
    for (int frame : resource.frames()) {
      json.number(frame);
    }
    json.endArray();
    json.string("attribute", resource.bulk() == null ? null : resource.bulk().attribute().value());
    if (resource.page() == null) {
      json.nothing("page");
    } else {
      json.number("page", resource.page().number());
    }
    json.string("uri", uri);
    json.endObject();
  }

  private void writeTransferSyntax(@Nullable TransferSyntaxes syntaxes) {
    if (syntaxes == null) {
      json.nothing("transferSyntax");
      return;
    }
    json.beginObject("transferSyntax");
    json.string("asked", syntaxes.asked());
    json.string("header", syntaxes.header());
    writeStrings("parts", syntaxes.parts());
    json.string("file", syntaxes.file());
    json.endObject();
  }

  private void writeEarlier(DumpRecord record) {
    List<Exchange> earlier = record.exchange().earlier();
    for (int i = 0; i < earlier.size(); i++) {
      Exchange exchange = earlier.get(i);
      HarText text = HarText.of(record.earlierErrorTexts().get(i));
      json.beginObject();
      new HarEntry(json).write(exchange, contentSize(exchange), text);
      writeProblem(json, "_problem", exchange.problem());
      json.endObject();
    }
  }

  private void writeStrings(String member, List<? extends @Nullable String> strings) {
    json.beginArray(member);
    for (String string : strings) {
      json.string(string);
    }
    json.endArray();
  }

  /** The content of earlier exchanges is not decoded: with a coding, its size is not known. */
  private static long contentSize(Exchange exchange) {
    ResponseHead head = exchange.response();
    return head == null || head.headers().first("Content-Encoding") == null
        ? exchange.bodyBytes()
        : -1;
  }
}
