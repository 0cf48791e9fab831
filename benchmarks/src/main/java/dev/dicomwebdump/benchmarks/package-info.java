/** The benchmark: which works, which contenders, how often. */
@NullMarked
package dev.dicomwebdump.benchmarks;

import org.jspecify.annotations.NullMarked;
