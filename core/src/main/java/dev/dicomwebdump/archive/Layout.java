package dev.dicomwebdump.archive;

import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.util.List;

/**
 * Where everything lies in a dump. All paths are relative to the dump's folder, with {@code /}
 * between names. They are made of UIDs, numbers and fixed words only, and a {@link Uid} is safe as
 * a name, so that no path leads out of the folder. The program's own folders begin with {@code _},
 * which no UID does.
 */
public final class Layout {

  /** The folder of the program's own files, in the dump's folder and in each study's. */
  public static final String OWN_FOLDER = "_dump";

  private static final String TEMPORARY_ENDING = ".tmp";
  private static final String SERIES = "/series";
  private static final String FRAMES = "/frames";
  private static final String BULKDATA = "/bulkdata";

  private Layout() {}

  /** The files of one resource. */
  public static EntryFiles filesOf(Resource resource) {
    return new EntryFiles(bodyOf(resource));
  }

  /**
   * The folder that holds all of the study, series or instance that a resource belongs to; the
   * program's own for one that belongs to none.
   */
  public static String folderOf(Resource resource) {
    if (resource.study() == null) {
      return OWN_FOLDER;
    }
    StringBuilder place = new StringBuilder(studyFolder(resource.study()));
    if (resource.series() != null) {
      place.append(SERIES).append('/').append(resource.series().value());
    }
    if (resource.instance() != null) {
      place.append("/instances/").append(resource.instance().value());
    }
    return place.toString();
  }

  /** The folder that holds all of a study. */
  public static String studyFolder(Uid study) {
    return study.value();
  }

  /** The summary of one study. */
  public static String summary(Uid study) {
    return studyFolder(study) + "/" + summary();
  }

  /** The summary of the whole folder. */
  public static String summary() {
    return OWN_FOLDER + "/summary.json";
  }

  /** The folder that holds the series of a study. */
  public static String seriesFolder(Uid study) {
    return studyFolder(study) + SERIES;
  }

  /** The folder that holds the searches for studies. */
  public static String searchFolder() {
    return OWN_FOLDER + "/qido";
  }

  /** The folder that holds the searches for all of a study. */
  public static String searchFolder(Uid study) {
    return studyFolder(study) + "/qido";
  }

  /** The folder that holds the frames of an instance. */
  public static String framesFolder(Resource instance) {
    return folderOf(instance) + FRAMES;
  }

  /** The folder that holds the bulk data of an instance. */
  public static String bulkdataFolder(Resource instance) {
    return folderOf(instance) + BULKDATA;
  }

  /** The checksums of a study's files. */
  public static String sums(Uid study) {
    return studyFolder(study) + "/" + OWN_FOLDER + "/SHA256SUMS";
  }

  /** The file that a run holds locked. */
  public static String lock() {
    return OWN_FOLDER + "/lock";
  }

  /** The name under which a file is written before it is whole; never the name of another file. */
  public static String temporary(String path) {
    return path + TEMPORARY_ENDING;
  }

  /** Whether a name is one that {@link #temporary} makes. */
  public static boolean isTemporary(String name) {
    return name.endsWith(TEMPORARY_ENDING);
  }

  /** A path's last name: what records call a file that lies beside them. */
  public static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String bodyOf(Resource resource) {
    String place = folderOf(resource);
    return switch (resource.kind()) {
      case STUDY_METADATA, SERIES_METADATA, INSTANCE_METADATA -> place + "/metadata";
      case STUDY_METADATA_XML, SERIES_METADATA_XML, INSTANCE_METADATA_XML ->
          place + "/metadata.xml";
      case FRAME -> place + FRAMES + "/" + framesName(resource.frames());
      case INSTANCE, SERIES_INSTANCES, STUDY_INSTANCES -> place + "/_/" + nameOf(place);
      case BULKDATA -> place + BULKDATA + "/" + resource.requireBulk().attribute();
      case RENDERED -> renderedName(place, resource);
      case THUMBNAIL -> place + "/thumbnail";
      case STUDIES_SEARCH -> place + "/qido/studies." + resource.requirePage().number();
      case SERIES_SEARCH -> place + "/qido/series." + resource.requirePage().number();
      case INSTANCES_SEARCH -> place + "/qido/instances." + resource.requirePage().number();
    };
  }

  private static String framesName(List<Integer> frames) {
    int first = frames.get(0);
    return frames.size() == 1
        ? Integer.toString(first)
        : first + "-" + frames.get(frames.size() - 1);
  }

  private static String renderedName(String place, Resource resource) {
    return resource.frames().isEmpty()
        ? place + "/rendered"
        : place + FRAMES + "/" + framesName(resource.frames()) + ".rendered";
  }
}
