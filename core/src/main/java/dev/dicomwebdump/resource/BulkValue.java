package dev.dicomwebdump.resource;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that metadata does not hold, but says where it is: PS3.18 section F.2.6. Two are equal
 * when they are of the same attribute, since a server may give its values new addresses at any
 * time. Immutable.
 *
 * @param attribute which attribute of the instance
 * @param uri the BulkDataURI as it stood in the metadata
 * @param url where to ask for it
 * @param mediaType the value's own media type, where the instance tells one; else null
 */
public record BulkValue(AttributePath attribute, String uri, URI url, @Nullable String mediaType) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BulkValue value && attribute.equals(value.attribute);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(attribute);
  }
}
