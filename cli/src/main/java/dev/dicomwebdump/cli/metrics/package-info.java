/** Counts of a run that goes on, for OpenMetrics. Loaded only where they are asked for. */
@NullMarked
package dev.dicomwebdump.cli.metrics;

import org.jspecify.annotations.NullMarked;
