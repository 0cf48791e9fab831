/** Tests of what a dump answers. */
@NullMarked
package dev.dicomwebdump.replay.capture;

import org.jspecify.annotations.NullMarked;
