/** The command line. */
@NullMarked
package dev.dicomwebdump.cli;

import org.jspecify.annotations.NullMarked;
