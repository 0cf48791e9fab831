/** The server of the works: nginx, and a proxy that makes it far. */
@NullMarked
package dev.dicomwebdump.benchmarks.site;

import org.jspecify.annotations.NullMarked;
