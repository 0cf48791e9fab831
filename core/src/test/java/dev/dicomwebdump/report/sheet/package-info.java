/** Tests of the contact sheet. */
@NullMarked
package dev.dicomwebdump.report.sheet;

import org.jspecify.annotations.NullMarked;
