package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Request;

/** Nobody in particular asks. Safe for use by many threads at once. */
final class NoCredentials implements Credentials {

  static final Credentials INSTANCE = new NoCredentials();

  private NoCredentials() {}

  @Override
  public Request authorize(Request request) {
    return request;
  }
}
