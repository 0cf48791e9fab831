/** The works: studies as a DICOMweb server sends them, made as files. */
@NullMarked
package dev.dicomwebdump.benchmarks.work;

import org.jspecify.annotations.NullMarked;
