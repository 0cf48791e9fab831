/** A server that answers as a recorded one did. */
@NullMarked
package dev.dicomwebdump.replay;

import org.jspecify.annotations.NullMarked;
