/** Who downloads a work: this program and its peers, each as a command. */
@NullMarked
package dev.dicomwebdump.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
