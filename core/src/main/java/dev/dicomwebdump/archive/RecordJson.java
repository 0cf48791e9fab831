package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as JSON: an {@code entry} of HAR 1.2 with one member more. {@code
 * schemas/record.schema.json} defines it.
 */
public final class RecordJson {

  static final int VERSION = 1;

  private final JsonGenerator json;

  private RecordJson(JsonGenerator json) {
    this.json = json;
  }

  /** The bytes of a record's file. */
  public static byte[] encode(DumpRecord record) {
    return JsonText.encode(json -> new RecordJson(json).write(record));
  }

  private void write(DumpRecord record) throws IOException {
    writeBegun(record, HarText.of(record.errorText()));
    json.writeArrayFieldStart("earlier");
    writeEarlier(record);
    json.writeEndArray();
    writeEnd();
  }

  /**
   * Writes all exchanges of a record as entries of their own, in the order in which they were made.
   *
   * @param text writes what there is of the last one's content
   */
  static void writeEntries(JsonGenerator json, DumpRecord record, HarText text) throws IOException {
    RecordJson entries = new RecordJson(json);
    entries.writeEarlier(record);
    entries.writeBegun(record, text);
    entries.writeEnd();
  }

  /** All but the exchanges that were made before. */
  private void writeBegun(DumpRecord record, HarText text) throws IOException {
    json.writeStartObject();
    new HarEntry(json).write(record.exchange(), record.contentSize(), text);
    json.writeObjectFieldStart("_dicomweb");
    json.writeNumberField("version", VERSION);
    writeResource(record.resource(), record.uri());
    json.writeStringField("outcome", record.outcome().published());
    writeProblem(json, "problem", record.problem());
    writeStrings("notes", record.notes());
    StoredJson stored = new StoredJson(json);
    stored.writeBody(record.body());
    stored.writeMultipart(record.multipart());
    stored.writeInstances(record.instances());
    writeTransferSyntax(record.transferSyntax());
  }

  private void writeEnd() throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Writes why something is not whole, or null. */
  static void writeProblem(JsonGenerator json, String member, @Nullable Problem problem)
      throws IOException {
    if (problem == null) {
      json.writeNullField(member);
      return;
    }
    json.writeObjectFieldStart(member);
    json.writeStringField("kind", problem.kind().published());
    json.writeStringField("message", problem.message());
    json.writeEndObject();
  }

  /** Writes a UID, or null. */
  static void writeUid(JsonGenerator json, String member, @Nullable Uid uid) throws IOException {
    json.writeStringField(member, uid == null ? null : uid.value());
  }

  private void writeResource(Resource resource, String uri) throws IOException {
    json.writeObjectFieldStart("resource");
    json.writeStringField("kind", resource.kind().published());
    writeUid(json, "study", resource.study());
    writeUid(json, "series", resource.series());
    writeUid(json, "instance", resource.instance());
    json.writeArrayFieldStart("frames");
    for (int frame : resource.frames()) {
      json.writeNumber(frame);
    }
    json.writeEndArray();
    json.writeStringField(
        "attribute", resource.bulk() == null ? null : resource.bulk().attribute().value());
    if (resource.page() == null) {
      json.writeNullField("page");
    } else {
      json.writeNumberField("page", resource.page().number());
    }
    json.writeStringField("uri", uri);
    json.writeEndObject();
  }

  private void writeTransferSyntax(@Nullable TransferSyntaxes syntaxes) throws IOException {
    if (syntaxes == null) {
      json.writeNullField("transferSyntax");
      return;
    }
    json.writeObjectFieldStart("transferSyntax");
    json.writeStringField("asked", syntaxes.asked());
    json.writeStringField("header", syntaxes.header());
    writeStrings("parts", syntaxes.parts());
    json.writeStringField("file", syntaxes.file());
    json.writeEndObject();
  }

  private void writeEarlier(DumpRecord record) throws IOException {
    List<Exchange> earlier = record.exchange().earlier();
    for (int i = 0; i < earlier.size(); i++) {
      Exchange exchange = earlier.get(i);
      HarText text = HarText.of(record.earlierErrorTexts().get(i));
      json.writeStartObject();
      new HarEntry(json).write(exchange, contentSize(exchange), text);
      writeProblem(json, "_problem", exchange.problem());
      json.writeEndObject();
    }
  }

  private void writeStrings(String member, List<? extends @Nullable String> strings)
      throws IOException {
    json.writeArrayFieldStart(member);
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }

  /** The content of earlier exchanges is not decoded: with a coding, its size is not known. */
  private static long contentSize(Exchange exchange) {
    ResponseHead head = exchange.response();
    return head == null || head.headers().first("Content-Encoding") == null
        ? exchange.bodyBytes()
        : -1;
  }
}
