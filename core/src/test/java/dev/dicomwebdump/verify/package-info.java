/** Tests of the proof of a dump. */
@NullMarked
package dev.dicomwebdump.verify;

import org.jspecify.annotations.NullMarked;
