package dev.dicomwebdump.testkit.server;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticSeries;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The normal answers: studies as the resources of PS3.18 section 10.4. Accept does not matter. */
final class StudyResources {
  private static final Pattern PATH =
      Pattern.compile(
          "/studies/([^/]+)(?:/series/([^/]+)(?:/instances/([^/]+))?)?"
              + "(?:/(metadata|rendered|thumbnail)|/(frames|bulkdata)/([^/]+?)(/rendered)?)?");
  private static final Pattern UID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern FRAMES = Pattern.compile("[1-9][0-9]{0,8}(,[1-9][0-9]{0,8})*");

  private final List<SyntheticStudy> studies;

  StudyResources(List<SyntheticStudy> studies) {
    this.studies = List.copyOf(studies);
  }

  /**
   * The answer to a GET.
   *
   * @param root the server's root URL, for BulkDataURIs
   */
  Answer answer(String path, String root) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return error(404, "no such resource");
    }
    for (int group = 1; group <= 3; group++) {
      if (matcher.group(group) != null && !UID.matcher(matcher.group(group)).matches()) {
        return error(400, "not a UID");
      }
    }
    List<SyntheticInstance> instances = find(matcher.group(1), matcher.group(2), matcher.group(3));
    if (instances.isEmpty()) {
      return error(404, "unknown study, series or instance");
    }
    return of(instances, matcher, root);
  }

  static Answer error(int status, String message) {
    return Answer.of(status, "application/json", Body.of("{\"Message\":\"" + message + "\"}"));
  }

  private Answer of(List<SyntheticInstance> instances, Matcher path, String root) {
    if (path.group(4) != null) {
      return ofAll(instances, path.group(4), root);
    }
    if (path.group(5) == null) {
      return Answer.of(
          new Multipart(
              "application/dicom", instances.stream().map(StudyResources::file).toList()));
    }
    if (path.group(3) == null) {
      return error(404, "frames and bulk data are below instances");
    }
    SyntheticInstance instance = instances.get(0);
    if (path.group(7) != null) {
      return renderedFrames(instance, path);
    }
    return path.group(5).equals("frames")
        ? frames(instance, path.group(6))
        : bulkData(instance, path.group(6));
  }

  private static Answer ofAll(List<SyntheticInstance> instances, String what, String root) {
    if (what.equals("metadata")) {
      return Answer.of(200, "application/dicom+json", metadata(instances, root));
    }
    if (instances.stream().allMatch(instance -> instance.numberOfFrames() == 0)) {
      return error(406, "nothing to show");
    }
    return what.equals("thumbnail") ? Pictures.png() : Pictures.jpeg();
  }

  private static Answer renderedFrames(SyntheticInstance instance, Matcher path) {
    Answer frames =
        path.group(5).equals("frames")
            ? frames(instance, path.group(6))
            : error(404, "bulk data is not rendered");
    return frames.status() == 200 ? Pictures.jpeg() : frames;
  }

  private List<SyntheticInstance> find(
      String studyUid, @Nullable String seriesUid, @Nullable String instanceUid) {
    SyntheticStudy study =
        studies.stream().filter(one -> one.uid().equals(studyUid)).findFirst().orElse(null);
    if (study == null || seriesUid == null) {
      return study == null ? List.of() : study.instances();
    }
    SyntheticSeries series = study.series(seriesUid);
    if (series == null || instanceUid == null) {
      return series == null ? List.of() : series.instances();
    }
    SyntheticInstance instance = series.instance(instanceUid);
    return instance == null ? List.of() : List.of(instance);
  }

  private static Body metadata(List<SyntheticInstance> instances, String root) {
    return out -> {
      String before = "[";
      for (SyntheticInstance instance : instances) {
        text(out, before + instance.dicomJson(root));
        before = ",";
      }
      text(out, "]");
    };
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Part file(SyntheticInstance instance) {
    return new Part(
        "application/dicom; transfer-syntax=" + instance.transferSyntax().uid(),
        out -> out.write(instance.p10()));
  }

  private static Answer frames(SyntheticInstance instance, String list) {
    if (!FRAMES.matcher(list).matches()) {
      return error(400, "not a list of frames");
    }
    List<Integer> numbers = Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
    if (numbers.stream().distinct().count() < numbers.size()) {
      return error(400, "a frame is asked for twice");
    }
    if (numbers.stream().anyMatch(number -> number > instance.numberOfFrames())) {
      return error(404, "no such frame");
    }
    String type = instance.transferSyntax().mediaType();
    String partType = type + "; transfer-syntax=" + instance.transferSyntax().uid();
    return Answer.of(
        new Multipart(
            type,
            numbers.stream()
                .map(number -> new Part(partType, Body.of(instance.frame(number))))
                .toList()));
  }

  private static Answer bulkData(SyntheticInstance instance, String tag) {
    byte[] value = instance.bulkData().get(tag);
    String type = "application/octet-stream";
    return value == null
        ? error(404, "no such bulk data")
        : Answer.of(new Multipart(type, List.of(new Part(type, Body.of(value)))));
  }
}
