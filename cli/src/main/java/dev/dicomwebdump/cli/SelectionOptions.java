package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.BulkDataOptions;
import dev.dicomwebdump.dump.Content;
import dev.dicomwebdump.dump.Discovery;
import dev.dicomwebdump.dump.MetadataFormat;
import dev.dicomwebdump.dump.Selection;
import dev.dicomwebdump.resource.Uid;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options that say what of a study is dumped. */
final class SelectionOptions extends OptionGroup {

  private final Given<Boolean> instances =
      flag("-i", "--includeFullInstance", "--include-full-instance")
          .described("Also dump the DICOM files (P10).");

  private final Given<List<String>> only =
      list("--only")
          .label("WHAT")
          .separated()
          .described(
              "Dump only this, with commas or repeated: metadata, series-metadata,",
              "instance-metadata, frames, instances, series-instances, study-instances,",
              "bulkdata, rendered, thumbnails, qido.");

  private final Given<List<String>> excluded =
      list("--exclude")
          .label("WHAT")
          .separated()
          .described("Dump all that a plain dump holds but this.");

  private final Given<List<String>> series =
      list("--series").label("UID").separated().described("Dump only this series; repeatable.");

  private final Given<List<String>> instance =
      list("--instance").label("UID").separated().described("Dump only this instance; repeatable.");

  private final Given<List<String>> modalities =
      list("--modality")
          .label("CS")
          .separated()
          .described("Dump only series of this modality, such as CT; repeatable.");

  private final Given<MetadataFormat> format =
      usually("json", MetadataFormat.class, "--metadata-format", "--metadataFormat")
          .label("FORMAT")
          .described("Metadata as json, xml or both (${DEFAULT-VALUE}).");

  private final Given<Discovery> discovery =
      usually("auto", Discovery.class, "--discover")
          .label("HOW")
          .described(
              "By what series and instances are found: wado (metadata), qido (searches),",
              "or auto: metadata, and searches where that is not had (${DEFAULT-VALUE}).");

  private final Given<Integer> framesPerRequest =
      usually("1", Integer.class, "--frames-per-request", "--framesPerRequest")
          .label("N")
          .described("Ask for so many frames of an instance at once (${DEFAULT-VALUE}).");

  private final Given<BulkDataOptions.Choice> bulkdata =
      usually("no-pixel", BulkDataOptions.Choice.class, "--bulkdata")
          .label("WHICH")
          .by(new BulkDataChoiceConverter())
          .described("Bulk data: none, no-pixel (all but pixel data) or all (${DEFAULT-VALUE}).");

  private final Given<List<String>> bulkdataHosts =
      list("--bulkdata-host", "--bulkdataHost")
          .label("HOST")
          .separated()
          .described("Let BulkDataURIs lead to this host too, without credentials; repeatable.");

  private final Given<BulkDataOrigin> bulkdataOrigin =
      usually("keep", BulkDataOrigin.class, "--bulkdata-origin", "--bulkdataOrigin")
          .label("HOW")
          .described(
              "keep: ask where a BulkDataURI leads; rewrite: ask the server itself,",
              "whatever scheme, host and port it names (${DEFAULT-VALUE}).");

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
        uids(series.value()),
        uids(instance.value()),
        modalities.value().stream()
            .map(word -> word.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        format.value(),
        new BulkDataOptions(
            bulkdata.value(),
            Set.copyOf(bulkdataHosts.value()),
            bulkdataOrigin.value() == BulkDataOrigin.REWRITE),
        discovery.value(),
        framesPerRequest.value());
  }

  private Set<Content> contents() {
    if (!only.value().isEmpty() && !excluded.value().isEmpty()) {
      throw new IllegalArgumentException("give --only or --exclude, not both");
    }
    EnumSet<Content> contents = EnumSet.noneOf(Content.class);
    contents.addAll(only.value().isEmpty() ? Content.PLAIN : contents("--only", only.value()));
    if (instances.value()) {
      contents.add(Content.INSTANCES);
    }
    if (bulkdata.value() == BulkDataOptions.Choice.NONE) {
      contents.remove(Content.BULKDATA);
    }
    contents.removeAll(contents("--exclude", excluded.value()));
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
