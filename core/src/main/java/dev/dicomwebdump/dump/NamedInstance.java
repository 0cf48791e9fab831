package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceFacts;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;

/**
 * An instance that is walked over.
 *
 * @param study its study
 * @param facts what the most detailed metadata tells that was had
 * @param metadata the URL where that came from: BulkDataURIs are relative to it
 * @param needed whether its own metadata must be asked for, since what named it tells too little
 */
record NamedInstance(
    Uid study, Uid series, Uid instance, InstanceFacts facts, String metadata, boolean needed) {

  /** Its metadata. */
  Resource instanceMetadata() {
    return Resource.instanceMetadata(study, series, instance);
  }

  /** It as a DICOM file. */
  Resource file() {
    return Resource.instance(study, series, instance);
  }

  /** The same instance by more detailed metadata. */
  NamedInstance with(InstanceFacts told, String from) {
    return new NamedInstance(study, series, instance, told, from, needed);
  }
}
