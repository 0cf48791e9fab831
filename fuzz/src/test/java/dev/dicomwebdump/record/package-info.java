/** Fuzz tests. */
@NullMarked
package dev.dicomwebdump.record;

import org.jspecify.annotations.NullMarked;
