/** One HTTP request and its response as values, and where a response's bytes go. */
@NullMarked
package dev.dicomwebdump.exchange;

import org.jspecify.annotations.NullMarked;
