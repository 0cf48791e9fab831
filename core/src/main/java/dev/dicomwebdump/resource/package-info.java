/** What a DICOMweb server can be asked for, and its URL under a root. */
@NullMarked
package dev.dicomwebdump.resource;

import org.jspecify.annotations.NullMarked;
