/** Fuzz tests. */
@NullMarked
package dev.dicomwebdump.multipart;

import org.jspecify.annotations.NullMarked;
