/** One request over the wire. */
@NullMarked
package dev.dicomwebdump.transport;

import org.jspecify.annotations.NullMarked;
