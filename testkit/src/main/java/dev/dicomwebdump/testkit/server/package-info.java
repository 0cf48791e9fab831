/** A DICOMweb server for tests that serves synthetic studies and misbehaves as told. */
@NullMarked
package dev.dicomwebdump.testkit.server;

import org.jspecify.annotations.NullMarked;
