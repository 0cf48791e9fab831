/** The on-disk format of a dump: names, bodies, records, summaries, checksums and the lock. */
@NullMarked
package dev.dicomwebdump.archive;

import org.jspecify.annotations.NullMarked;
