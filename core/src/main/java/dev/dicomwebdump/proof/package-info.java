/** Is this response what was asked for, and whole? */
@NullMarked
package dev.dicomwebdump.proof;

import org.jspecify.annotations.NullMarked;
