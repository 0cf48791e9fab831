/** What the trials came to: as JSON, as a table, as a plot, and against an earlier run. */
@NullMarked
package dev.dicomwebdump.benchmarks.result;

import org.jspecify.annotations.NullMarked;
