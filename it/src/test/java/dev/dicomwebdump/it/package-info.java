/** The packaged program, from outside. */
@NullMarked
package dev.dicomwebdump.it;

import org.jspecify.annotations.NullMarked;
