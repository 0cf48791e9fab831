/** Load without recording: a study's requests, made again and again, measured and verified. */
@NullMarked
package dev.dicomwebdump.stress;

import org.jspecify.annotations.NullMarked;
