/** What happened in a run, told to whoever listens. */
@NullMarked
package dev.dicomwebdump.event;

import org.jspecify.annotations.NullMarked;
