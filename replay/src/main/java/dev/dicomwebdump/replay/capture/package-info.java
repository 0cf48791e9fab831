/** What a dump can answer, and with what; knows of no server. */
@NullMarked
package dev.dicomwebdump.replay.capture;

import org.jspecify.annotations.NullMarked;
