/** Which resources come next, named by metadata that was had. */
@NullMarked
package dev.dicomwebdump.crawl;

import org.jspecify.annotations.NullMarked;
