/** Tests of the figures of a dump. */
@NullMarked
package dev.dicomwebdump.report;

import org.jspecify.annotations.NullMarked;
