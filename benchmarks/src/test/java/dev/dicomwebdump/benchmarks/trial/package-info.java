@NullMarked
package dev.dicomwebdump.benchmarks.trial;

import org.jspecify.annotations.NullMarked;
