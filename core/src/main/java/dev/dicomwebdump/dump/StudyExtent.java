package dev.dicomwebdump.dump;

/**
 * How much of one study, or of several, is wanted. Immutable.
 *
 * @param studies how many studies were counted
 * @param series how many series are wanted
 * @param instances how many instances are wanted
 * @param images how many of them are told to have frames
 * @param frames how many frames these have
 * @param frameRequests by how many requests their frames would be asked for
 * @param pictures how many frames there are of instances that have several
 * @param untold of how many instances it is not told whether they have frames
 */
record StudyExtent(
    long studies,
    long series,
    long instances,
    long images,
    long frames,
    long frameRequests,
    long pictures,
    long untold) {

  /** Nothing was counted. */
  static final StudyExtent NONE = new StudyExtent(0, 0, 0, 0, 0, 0, 0, 0);

  /** A study of which a search tells the numbers; of its frames nothing is told. */
  static StudyExtent told(long series, long instances) {
    return new StudyExtent(1, series, instances, 0, 0, 0, 0, instances);
  }

  /** Both together. */
  StudyExtent plus(StudyExtent other) {
    return new StudyExtent(
        studies + other.studies,
        series + other.series,
        instances + other.instances,
        images + other.images,
        frames + other.frames,
        frameRequests + other.frameRequests,
        pictures + other.pictures,
        untold + other.untold);
  }

  /** The same with at least as many series and instances as a search tells, -1 for none. */
  StudyExtent atLeast(long toldSeries, long toldInstances) {
    return new StudyExtent(
        studies,
        Math.max(series, toldSeries),
        Math.max(instances, toldInstances),
        images,
        frames,
        frameRequests,
        pictures,
        untold + Math.max(0, toldInstances - instances));
  }
}
