/** Multipart bodies as they stream by: RFC 2046 section 5.1. */
@NullMarked
package dev.dicomwebdump.multipart;

import org.jspecify.annotations.NullMarked;
