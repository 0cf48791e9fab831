package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.MissingGroup;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.archive.RunState;
import dev.dicomwebdump.archive.Summary;
import dev.dicomwebdump.archive.TransferSyntaxCounts;
import dev.dicomwebdump.dump.DumpRequest;
import dev.dicomwebdump.dump.DumpResult;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells a person whether the dump is complete, and what is not. */
final class SummaryText {

  private static final int MOST_LINES = 50;

  private final DumpRequest request;
  private final DumpResult result;
  private final List<String> lines = new ArrayList<>();

  SummaryText(DumpRequest request, DumpResult result) {
    this.request = request;
    this.result = result;
  }

  List<String> lines() {
    for (Summary study : result.studies()) {
      addStudy(study.dump());
    }
    addRun(result.overall().run());
    if (request.keep() == Keep.NONE) {
      lines.add("records only: bodies were checked, and none was kept");
    }
    if (request.digest().remains() != null) {
      lines.add(request.digest().remains());
    }
    lines.add(request.folder() + ": " + words(result.verdict()));
    return lines;
  }

  private void addStudy(DumpState dump) {
    String name = dump.extent() instanceof DumpState.OneStudy one ? one.study().value() : "";
    lines.add("study " + name + ": " + words(dump.verdict()));
    long complete = sum(dump, ResourceCounts::complete);
    lines.add(
        "  %d series, %d instances, %d frames; %d resources, %s"
            .formatted(
                dump.series(),
                dump.instances(),
                dump.frames(),
                complete,
                Quantities.bytes(sum(dump, ResourceCounts::bytes))));
    addMissing(dump);
    addPending(dump);
    for (ResourceKind level : dump.unsupportedLevels()) {
      String other = level == ResourceKind.STUDY_METADATA ? "searches" : "the level above";
      lines.add("  the server has no " + level.published() + "; " + other + " stood in");
    }
    addTransferSyntax(dump.transferSyntax());
  }

  private void addTransferSyntax(TransferSyntaxCounts counts) {
    if (counts.maybeTranscoded() + counts.unknown() > 0) {
      lines.add(
          "  transfer syntax: %d as stored, %d maybe transcoded, %d unknown"
              .formatted(counts.asStored(), counts.maybeTranscoded(), counts.unknown()));
    }
  }

  private void addMissing(DumpState dump) {
    List<MissingGroup> groups = dump.missing().groups();
    groups.stream().limit(MOST_LINES).map(SummaryText::line).forEach(lines::add);
    long more =
        dump.missing().omitted()
            + groups.stream().skip(MOST_LINES).mapToLong(MissingGroup::count).sum();
    if (more > 0) {
      lines.add("  and " + more + " more: see summary.json");
    }
  }

  private void addPending(DumpState dump) {
    long pending = sum(dump, ResourceCounts::pending);
    if (pending > 0) {
      lines.add("  pending: " + pending + " resources were not asked for");
    }
  }

  private static String line(MissingGroup group) {
    StringBuilder line = new StringBuilder("  ").append(group.outcome().published()).append(": ");
    line.append(group.kind().published());
    if (group.frames() != null) {
      line.append(' ').append(group.frames());
    }
    if (group.instance() != null) {
      line.append(" of instance ").append(group.instance());
    } else if (group.series() != null) {
      line.append(" of series ").append(group.series());
    }
    return line.append(": ").append(group.problem().message()).toString();
  }

  private void addRun(RunState run) {
    Duration took = Duration.between(run.started(), run.ended());
    lines.add(
        "%d requests, %s in %s (%s)%s"
            .formatted(
                run.requests(),
                Quantities.bytes(run.bytes()),
                Quantities.time(took),
                Quantities.rate(run.bytes(), took),
                extras(run)));
  }

  private String extras(RunState run) {
    return (request.politeness().adaptive() ? ", at last " + run.concurrency() + " at a time" : "")
        + (run.kept() > 0 ? ", " + run.kept() + " kept from earlier runs" : "")
        + (run.retries() > 0 ? ", " + run.retries() + " retries" : "")
        + (run.redirects() > 0 ? ", " + run.redirects() + " redirects" : "")
        + (run.acceptSteps() > 0 ? ", " + run.acceptSteps() + " other Accepts" : "");
  }

  /** A verdict for a person. */
  static String words(DumpVerdict verdict) {
    return switch (verdict) {
      case COMPLETE -> "complete";
      case INCOMPLETE -> "NOT COMPLETE";
      case FAILED -> "NOTHING could be walked";
    };
  }

  private static long sum(DumpState dump, java.util.function.ToLongFunction<ResourceCounts> count) {
    return dump.resources().values().stream().mapToLong(count).sum();
  }
}
