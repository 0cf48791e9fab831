/** The contact sheet of a dump: small pictures of what was recorded, as far as it can be drawn. */
@NullMarked
package dev.dicomwebdump.report.sheet;

import org.jspecify.annotations.NullMarked;
