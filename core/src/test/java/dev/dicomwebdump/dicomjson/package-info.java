/** Tests of the reader, and documents that are generated while they are read. */
@NullMarked
package dev.dicomwebdump.dicomjson;

import org.jspecify.annotations.NullMarked;
