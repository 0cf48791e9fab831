/** DICOM JSON (PS3.18 Annex F), read as a stream. */
@NullMarked
package dev.dicomwebdump.dicomjson;

import org.jspecify.annotations.NullMarked;
