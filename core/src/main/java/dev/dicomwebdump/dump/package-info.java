/** Dumps studies: the facade, and the loop that runs the walk. */
@NullMarked
package dev.dicomwebdump.dump;

import org.jspecify.annotations.NullMarked;
