/** One resource: negotiate, retry, redirect, pace, authorize. */
@NullMarked
package dev.dicomwebdump.fetch;

import org.jspecify.annotations.NullMarked;
