/** Writes responses into an archive as they stream, and keeps secrets out of it. */
@NullMarked
package dev.dicomwebdump.record;

import org.jspecify.annotations.NullMarked;
