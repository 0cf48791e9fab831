/** One run of a contender, measured and checked; all of them in turn. */
@NullMarked
package dev.dicomwebdump.benchmarks.trial;

import org.jspecify.annotations.NullMarked;
