@NullMarked
package dev.dicomwebdump.benchmarks.result;

import org.jspecify.annotations.NullMarked;
