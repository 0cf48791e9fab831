/** Tests of the replay server, over the wire. */
@NullMarked
package dev.dicomwebdump.replay;

import org.jspecify.annotations.NullMarked;
