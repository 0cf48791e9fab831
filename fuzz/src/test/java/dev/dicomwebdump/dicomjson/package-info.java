/** Fuzz tests. */
@NullMarked
package dev.dicomwebdump.dicomjson;

import org.jspecify.annotations.NullMarked;
