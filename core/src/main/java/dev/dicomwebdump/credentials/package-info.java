/** Who asks: where the Authorization header comes from, and how it is renewed. */
@NullMarked
package dev.dicomwebdump.credentials;

import org.jspecify.annotations.NullMarked;
