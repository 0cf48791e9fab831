package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.resource.Uid;
import org.jspecify.annotations.Nullable;

/** One dataset of a document, read for the UIDs that it names. */
record Entry(Dataset dataset) {

  /** The UID, or null when it is missing or cannot be a name. */
  @Nullable Uid uid(Attribute attribute) {
    return Uid.orNull(dataset.string(attribute));
  }

  boolean names(Attribute attribute, Uid expected) {
    return expected.value().equals(dataset.string(attribute));
  }

  /** Whether it names another one. To name none is no contradiction. */
  boolean contradicts(Attribute attribute, Uid expected) {
    return dataset.string(attribute) != null && !names(attribute, expected);
  }

  Foreign foreign() {
    return new Foreign(dataset.position());
  }

  Unusable unusable(Attribute attribute) {
    String why =
        dataset.string(attribute) == null ? " has no " + attribute : notAName(attribute.toString());
    return new Unusable(dataset.position(), "entry " + dataset.position() + why);
  }

  private static String notAName(String attribute) {
    return " has a " + attribute + " that cannot be a name";
  }
}
