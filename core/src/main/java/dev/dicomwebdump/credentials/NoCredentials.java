package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Request;

/**
 * Nobody in particular asks. Safe for use by many threads at once.
 *
 * <p>A class and no lambda: Java's start-up archive holds no lambda of an interface that has both
 * constants and default methods.
 */
final class NoCredentials implements Credentials {

  @Override
  public Request authorize(Request request) {
    return request;
  }
}
