package dev.dicomwebdump.testkit.dicom;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a search tells of one study, series or instance, as one object of DICOM JSON: the attributes
 * of PS3.18 section 10.6.3.3 that a server gives unasked, and those that are asked for besides.
 */
public final class SearchResult {
  private static final Set<Integer> OF_STUDIES =
      Set.of(
          0x00080005,
          0x00080020,
          0x00080030,
          0x00080050,
          0x00080090,
          0x00100010,
          0x00100020,
          0x00100030,
          0x00100040,
          0x0020000D,
          0x00200010);
  private static final Set<Integer> OF_SERIES =
      Set.of(0x00080005, 0x00080060, 0x0020000D, 0x0020000E, 0x00200011);
  private static final Set<Integer> OF_INSTANCES =
      Set.of(
          0x00080005,
          0x00080016,
          0x00080018,
          0x0020000D,
          0x0020000E,
          0x00200013,
          0x00280008,
          0x00280010,
          0x00280011,
          0x00280100);

  private final Set<Integer> fields;
  private final boolean all;
  private final String root;

  /**
   * @param fields what is asked for besides: tags in eight hex digits, or {@code all}; others do
   *     not matter
   * @param root the server's root URL, for Retrieve URLs
   */
  public SearchResult(List<String> fields, String root) {
    this.all = fields.contains("all");
    this.fields = new HashSet<>();
    this.root = root;
    fields.stream()
        .filter(field -> field.matches("[0-9A-Fa-f]{8}"))
        .forEach(field -> this.fields.add(Integer.parseUnsignedInt(field, 16)));
  }

  /** Of a study that has an instance. */
  public String of(SyntheticStudy study) {
    DataSet found = chosen(study.series().get(0).instances().get(0), OF_STUDIES);
    long instances = study.series().stream().mapToLong(series -> series.instances().size()).sum();
    String[] modalities =
        study.series().stream().map(SyntheticSeries::modality).distinct().toArray(String[]::new);
    found
        .text(0x00080056, Vr.CS, "ONLINE")
        .text(0x00080061, Vr.CS, modalities)
        .text(0x00081190, Vr.UR, root + study.path())
        .text(0x00201206, Vr.IS, Integer.toString(study.series().size()))
        .text(0x00201208, Vr.IS, Long.toString(instances));
    return encode(found);
  }

  /** Of a series that has an instance. */
  public String of(SyntheticSeries series) {
    DataSet found = chosen(series.instances().get(0), OF_SERIES);
    found
        .text(0x00081190, Vr.UR, root + series.path())
        .text(0x00201209, Vr.IS, Integer.toString(series.instances().size()));
    return encode(found);
  }

  /** Of an instance. */
  public String of(SyntheticInstance instance) {
    DataSet found = chosen(instance, OF_INSTANCES);
    found.text(0x00080056, Vr.CS, "ONLINE").text(0x00081190, Vr.UR, root + instance.path());
    return encode(found);
  }

  private DataSet chosen(SyntheticInstance instance, Set<Integer> unasked) {
    DataSet chosen = new DataSet();
    for (Element element : instance.dataSet().elements()) {
      boolean bulk = element instanceof Element.Bulk || element instanceof Element.Fragments;
      boolean wanted = all || unasked.contains(element.tag()) || fields.contains(element.tag());
      if (wanted && !bulk) {
        chosen.put(element);
      }
    }
    return chosen;
  }

  private static String encode(DataSet found) {
    return new DicomJsonEncoder("").encode(found);
  }
}
