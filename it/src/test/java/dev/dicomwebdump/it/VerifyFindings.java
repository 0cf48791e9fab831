package dev.dicomwebdump.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code verify} finds in a dump. */
final class VerifyFindings {
  private VerifyFindings() {}

  /** The kind of each finding and its file, such as {@code missing 2.999.1/metadata}. */
  static List<String> of(DumpFolder folder) throws IOException, InterruptedException {
    Program.Result result = Program.run("verify", "--json", folder.toString());
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : new ObjectMapper().readTree(result.stdout()).at("/findings")) {
      findings.add(finding.at("/kind").textValue() + " " + finding.at("/file").textValue());
    }
    return findings;
  }
}
