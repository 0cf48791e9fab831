/** The figures of a dump: how long its requests took, how much came, and what went wrong. */
@NullMarked
package dev.dicomwebdump.report;

import org.jspecify.annotations.NullMarked;
