package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recorded bulk data by the URLs it was asked for at. A URL below an instance is looked for
 * among the records of that instance; only for others all records of bulk data are read, once.
 */
final class BulkRecords {

  private static final int REMEMBERED = 256;

  private final DumpFiles files;
  private final Set<String> rootQuery;
  private final Recent<String, Map<String, String>> instances = new Recent<>(REMEMBERED);
  private @Nullable Map<String, String> elsewhere;

  /**
   * @param rootQuery the names of parameters that tell no values apart
   */
  BulkRecords(DumpFiles files, Set<String> rootQuery) {
    this.files = files;
    this.rootQuery = rootQuery;
  }

  /**
   * The record of the value at an address; null when there is none.
   *
   * @param path the path with all that is above {@code /studies}
   * @param instance the instance that the address lies below; null for none
   */
  @Nullable DumpRecord at(String path, String query, @Nullable Resource instance)
      throws IOException {
    String address = address(path, query);
    String found = instance == null ? null : ofInstance(instance).get(address);
    if (found == null) {
      found = all().get(address);
    }
    return found == null ? null : files.record(found);
  }

  private Map<String, String> ofInstance(Resource instance) throws IOException {
    String folder = Layout.bulkdataFolder(instance);
    Map<String, String> known = instances.get(folder);
    if (known == null) {
      known = new HashMap<>();
      read(folder, known, false);
      instances.put(folder, known);
    }
    return known;
  }

  private synchronized Map<String, String> all() throws IOException {
    if (elsewhere == null) {
      Map<String, String> read = new HashMap<>();
      for (Uid study : files.studies()) {
        for (Uid series : files.uids(Layout.seriesFolder(study))) {
          String place = Layout.seriesFolder(study) + "/" + series + "/instances";
          for (Uid instance : files.uids(place)) {
            read(place + "/" + instance + "/bulkdata", read, true);
          }
        }
      }
      elsewhere = read;
    }
    return elsewhere;
  }

  private void read(String folder, Map<String, String> into, boolean onlyElsewhere)
      throws IOException {
    if (!files.isFolder(folder)) {
      return;
    }
    for (String name : files.names(folder)) {
      String path = folder + "/" + name;
      DumpRecord record = EntryFiles.isRecord(path) ? files.recordOrNull(path) : null;
      if (record != null && record.resource().kind() == ResourceKind.BULKDATA) {
        URI url = record.firstRequest().url();
        if (!onlyElsewhere || !isBelowItsInstance(record.resource(), url)) {
          into.putIfAbsent(
              address(
                  Objects.requireNonNullElse(url.getRawPath(), ""),
                  Objects.requireNonNullElse(url.getRawQuery(), "")),
              path);
        }
      }
    }
  }

  private static boolean isBelowItsInstance(Resource bulk, URI url) {
    Resource instance =
        Resource.instance(bulk.requireStudy(), bulk.requireSeries(), bulk.requireInstance());
    return String.valueOf(url.getRawPath()).contains(instance.path() + "/");
  }

  private String address(String path, String query) {
    return path + "\n" + Query.of(query).without(rootQuery).canonical();
  }
}
