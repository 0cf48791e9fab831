/** Small DICOM studies made up for tests: their files, frames and metadata. */
@NullMarked
package dev.dicomwebdump.testkit.dicom;

import org.jspecify.annotations.NullMarked;
