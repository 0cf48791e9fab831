package dev.dicomwebdump.archive;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schemas, and what they say of a document. */
public final class Schemas {

  public static final Schemas RECORD = new Schemas(published("record"));
  public static final Schemas SUMMARY = new Schemas(published("summary"));
  public static final Schemas REPORT = new Schemas(published("report"));

  /** Not ours: what HAR 1.2 requires. */
  static final Schemas HAR = new Schemas(Path.of("src/test/resources/har-1.2.schema.json"));

  private final String text;
  private final Schema schema;

  private Schemas(Path file) {
    text = read(file);
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);
  }

  private static Path published(String name) {
    return Path.of("..", "schemas", name + ".schema.json");
  }

  /** The schema itself. */
  String text() {
    return text;
  }

  /** What is wrong with a document; empty when nothing is. */
  public List<String> errors(byte[] document) {
    return errors(new String(document, StandardCharsets.UTF_8));
  }

  List<String> errors(String document) {
    return schema.validate(document, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
