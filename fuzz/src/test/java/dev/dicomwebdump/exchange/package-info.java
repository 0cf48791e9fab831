/** Fuzz tests. */
@NullMarked
package dev.dicomwebdump.exchange;

import org.jspecify.annotations.NullMarked;
