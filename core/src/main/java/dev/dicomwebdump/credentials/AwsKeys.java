package dev.dicomwebdump.credentials;

import org.jspecify.annotations.Nullable;

/**
 * Keys of an AWS account or role. Immutable.
 *
 * @param accessKeyId which key it is
 * @param secretAccessKey the key
 * @param sessionToken goes with keys that were lent for a time; null for others
 */
public record AwsKeys(String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {

  @Override
  public String toString() {
    return "AwsKeys[REDACTED]";
  }
}
