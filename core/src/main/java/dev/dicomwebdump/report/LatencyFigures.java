package dev.dicomwebdump.report;

import dev.dicomwebdump.resource.ResourceKind;
import org.jspecify.annotations.Nullable;

/**
 * How long one phase took, over all exchanges of a kind that got a response, whatever its status,
 * as in a summary. An exchange where the phase is not known, such as connecting on a connection
 * that was there, is not among them. Immutable.
 *
 * @param kind which kind of resource; null for all kinds together
 * @param phase which phase
 * @param times how long; counts 1 or more
 */
public record LatencyFigures(@Nullable ResourceKind kind, Phase phase, Percentiles times) {}
