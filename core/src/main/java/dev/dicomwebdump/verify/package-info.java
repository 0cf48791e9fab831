/**
 * Proves a dump anew, offline: that each file is what its record says, and that none is missing.
 */
@NullMarked
package dev.dicomwebdump.verify;

import org.jspecify.annotations.NullMarked;
