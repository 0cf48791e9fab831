package dev.dicomwebdump.dump;

/** The server refused the credentials, or asks for some: no study can be walked. */
public final class CredentialsRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CredentialsRefusedException(String message) {
    super(message);
  }
}
