package dev.dicomwebdump.credentials;

import org.jspecify.annotations.Nullable;

/**
 * Credentials that should be there cannot be had: the run cannot go on. The message is no secret.
 */
public final class CredentialsUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CredentialsUnavailableException(String message) {
    super(message);
  }

  CredentialsUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
