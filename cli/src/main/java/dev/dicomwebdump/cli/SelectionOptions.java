package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.BulkDataOptions;
import dev.dicomwebdump.dump.Content;
import dev.dicomwebdump.dump.Discovery;
import dev.dicomwebdump.dump.MetadataFormat;
import dev.dicomwebdump.dump.Selection;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say what of a study is dumped. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SelectionOptions {

  @Option(
      names = {"-i", "--includeFullInstance", "--include-full-instance"},
      description = "Also dump the DICOM files (P10).")
  boolean instances;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WHAT",
      description = {
        "Dump only this, with commas or repeated: metadata, series-metadata,",
        "instance-metadata, frames, instances, series-instances, study-instances,",
        "bulkdata, rendered, thumbnails, qido."
      })
  List<String> only = new ArrayList<>();

  @Option(
      names = "--exclude",
      split = ",",
      paramLabel = "WHAT",
      description = "Dump all that a plain dump holds but this.")
  List<String> excluded = new ArrayList<>();

  @Option(
      names = "--series",
      split = ",",
      paramLabel = "UID",
      description = "Dump only this series; repeatable.")
  List<String> series = new ArrayList<>();

  @Option(
      names = "--instance",
      split = ",",
      paramLabel = "UID",
      description = "Dump only this instance; repeatable.")
  List<String> instance = new ArrayList<>();

  @Option(
      names = "--modality",
      split = ",",
      paramLabel = "CS",
      description = "Dump only series of this modality, such as CT; repeatable.")
  Set<String> modalities = Set.of();

  @Option(
      names = {"--metadata-format", "--metadataFormat"},
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = "Metadata as json, xml or both (${DEFAULT-VALUE}).")
  MetadataFormat format;

  @Option(
      names = "--discover",
      paramLabel = "HOW",
      defaultValue = "auto",
      description = {
        "By what series and instances are found: wado (metadata), qido (searches),",
        "or auto: metadata, and searches where that is not had (${DEFAULT-VALUE})."
      })
  Discovery discovery;

  @Option(
      names = {"--frames-per-request", "--framesPerRequest"},
      paramLabel = "N",
      defaultValue = "1",
      description = "Ask for so many frames of an instance at once (${DEFAULT-VALUE}).")
  int framesPerRequest;

  @Option(
      names = "--bulkdata",
      paramLabel = "WHICH",
      defaultValue = "no-pixel",
      converter = BulkDataChoiceConverter.class,
      description = "Bulk data: none, no-pixel (all but pixel data) or all (${DEFAULT-VALUE}).")
  BulkDataOptions.Choice bulkdata;

  @Option(
      names = {"--bulkdata-host", "--bulkdataHost"},
      split = ",",
      paramLabel = "HOST",
      description = "Let BulkDataURIs lead to this host too, without credentials; repeatable.")
  Set<String> bulkdataHosts = Set.of();

  @Option(
      names = {"--bulkdata-origin", "--bulkdataOrigin"},
      paramLabel = "HOW",
      defaultValue = "keep",
      description = {
        "keep: ask where a BulkDataURI leads; rewrite: ask the server itself,",
        "whatever scheme, host and port it names (${DEFAULT-VALUE})."
      })
  BulkDataOrigin bulkdataOrigin;

  /** What is to be done with the origins of BulkDataURIs. */
  enum BulkDataOrigin {
    KEEP,
    REWRITE
  }

  /**
   * What the options select.
   *
   * @throws IllegalArgumentException when they contradict each other, or a word is not known
   */
  Selection selection() {
    return new Selection(
        contents(),
        uids(series),
        uids(instance),
        modalities.stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()),
        format,
        new BulkDataOptions(bulkdata, bulkdataHosts, bulkdataOrigin == BulkDataOrigin.REWRITE),
        discovery,
        framesPerRequest);
  }

  private Set<Content> contents() {
    if (!only.isEmpty() && !excluded.isEmpty()) {
      throw new IllegalArgumentException("give --only or --exclude, not both");
    }
    EnumSet<Content> contents = EnumSet.noneOf(Content.class);
    contents.addAll(only.isEmpty() ? Content.PLAIN : contents("--only", only));
    if (instances) {
      contents.add(Content.INSTANCES);
    }
    if (bulkdata == BulkDataOptions.Choice.NONE) {
      contents.remove(Content.BULKDATA);
    }
    contents.removeAll(contents("--exclude", excluded));
    return contents;
  }

  private static List<Content> contents(String option, List<String> words) {
    return words.stream().map(word -> content(option, word.strip())).toList();
  }

  private static Content content(String option, String word) {
    return Stream.of(Content.values())
        .filter(content -> content.published().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    option + ": \"" + word + "\" is none of " + allContents()));
  }

  private static String allContents() {
    return Stream.of(Content.values()).map(Content::published).collect(Collectors.joining(", "));
  }

  private static Set<Uid> uids(List<String> words) {
    return words.stream().map(word -> new Uid(word.strip())).collect(Collectors.toSet());
  }
}
