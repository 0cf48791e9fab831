/** Fuzz tests. */
@NullMarked
package dev.dicomwebdump.fetch;

import org.jspecify.annotations.NullMarked;
