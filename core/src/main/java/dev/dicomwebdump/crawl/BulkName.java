package dev.dicomwebdump.crawl;

import dev.dicomwebdump.resource.AttributePath;
import org.jspecify.annotations.Nullable;

/**
 * A value of an instance that lies elsewhere.
 *
 * @param uri the BulkDataURI as it stands in the metadata; it need not be a URI
 * @param mediaType the value's own media type, where the instance tells one; else null
 */
public record BulkName(AttributePath attribute, String uri, @Nullable String mediaType) {}
