package dev.dicomwebdump.it;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The published schemas, held against what a dump wrote. */
final class Schemas {
  private final Schema record = read("schemas/record.schema.json");
  private final Schema summary = read("schemas/summary.schema.json");
  private final Schema report = read("schemas/report.schema.json");

  /** What is wrong with the records and summaries of a folder; empty when nothing is. */
  List<String> errors(DumpFolder folder) {
    List<String> errors = new ArrayList<>();
    for (String file : folder.files()) {
      if (file.endsWith(DumpFolder.RECORD)) {
        check(record, folder, file, errors);
      } else if (file.endsWith("_dump/summary.json")) {
        check(summary, folder, file, errors);
      }
    }
    return errors;
  }

  /** What is wrong with the document of a report. */
  List<Error> errorsOfReport(String document) {
    return report.validate(document, InputFormat.JSON);
  }

  /** What is wrong with a HAR log; empty when nothing is. */
  static List<String> harErrors(String log) {
    return read("core/src/test/resources/har-1.2.schema.json")
        .validate(log, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static void check(Schema schema, DumpFolder folder, String file, List<String> errors) {
    String document = new String(folder.bytes(file), StandardCharsets.UTF_8);
    for (Error error : schema.validate(document, InputFormat.JSON)) {
      errors.add(file + ": " + error);
    }
  }

  private static Schema read(String file) {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(Program.REPOSITORY.resolve(file)), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
