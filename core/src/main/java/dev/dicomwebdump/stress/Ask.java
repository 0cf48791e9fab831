package dev.dicomwebdump.stress;

import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;

/**
 * A request of a run's list. Immutable.
 *
 * @param pixels what metadata tells of the instance's pixels; none where nothing is told
 * @param accept the Accept header
 */
record Ask(Resource resource, Pixels pixels, String accept) {}
