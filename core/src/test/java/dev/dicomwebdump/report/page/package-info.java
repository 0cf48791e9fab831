/** Tests of the report page. */
@NullMarked
package dev.dicomwebdump.report.page;

import org.jspecify.annotations.NullMarked;
