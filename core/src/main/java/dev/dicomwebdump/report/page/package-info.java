/** The report as one HTML page that needs nothing else: no network, no other file. */
@NullMarked
package dev.dicomwebdump.report.page;

import org.jspecify.annotations.NullMarked;
