package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.SearchCursor;
import dev.dicomwebdump.crawl.Unusable;
import org.jspecify.annotations.Nullable;

/** The instances that one page of a search names. */
final class InstancePageCursor extends SearchPageCursor<InstanceEntry> {

  private final StudyRun study;
  private final Task.Ask asked;
  private final @Nullable Siblings siblings;
  private final String address;
  private final Expansion expansion;

  /**
   * @param address the URL where the page came from
   */
  InstancePageCursor(
      SearchPage read,
      SearchCursor<InstanceEntry> page,
      String address,
      Searches searches,
      Expansion expansion) {
    super(
        read.asked().resource().series() == null ? Level.SERIES : Level.INSTANCES,
        read,
        page,
        searches);
    this.study = read.asked().study();
    this.asked = read.asked();
    this.siblings = read.search().siblings();
    this.address = address;
    this.expansion = expansion;
  }

  @Override
  @Nullable Step step(InstanceEntry entry) {
    if (entry instanceof InstanceName found) {
      study.tally().found();
      return siblings == null ? null : into(found, siblings);
    }
    if (entry instanceof Unusable unusable) {
      study.tally().unusable(asked.resource(), unusable.why());
    } else {
      study.tally().note("an entry of another series among the instances found was passed over");
    }
    return null;
  }

  private @Nullable Step into(InstanceName found, Siblings walked) {
    if (!walked.add(found.instance())) {
      return null;
    }
    if (walked.isTaken(found.instance())) {
      study.tally().unusable(asked.resource(), SiblingNames.TAKEN);
      return null;
    }
    return expansion.intoFound(study, found, address);
  }
}
