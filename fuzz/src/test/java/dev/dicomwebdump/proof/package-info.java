/** Fuzz tests. */
@NullMarked
package dev.dicomwebdump.proof;

import org.jspecify.annotations.NullMarked;
