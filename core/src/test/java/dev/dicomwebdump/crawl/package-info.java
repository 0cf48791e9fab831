/** Tests of the crawl. */
@NullMarked
package dev.dicomwebdump.crawl;

import org.jspecify.annotations.NullMarked;
