package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Request;

/**
 * Shows one server who asks. Whoever sends the request sees to it that it goes to that server and
 * to no other. Safe for use by many threads at once; shows no secret in {@code toString}.
 */
public interface Credentials {

  /** Nobody in particular asks; always the same object. */
  static Credentials none() {
    return NoCredentials.INSTANCE;
  }

  /**
   * The request with what shows who asks.
   *
   * @throws CredentialsUnavailableException when that cannot be had
   * @throws InterruptedException when the thread was interrupted while it waited
   */
  Request authorize(Request request) throws InterruptedException;

  /**
   * The server has answered 401: gets newer credentials, once for all threads that ask meanwhile.
   *
   * @param refused the request as it was authorized
   * @return whether there are other credentials now than those that were refused
   * @throws CredentialsUnavailableException when there should be newer ones and they cannot be had
   * @throws InterruptedException when the thread was interrupted while it waited
   */
  default boolean renew(Request refused) throws InterruptedException {
    return false;
  }

  /** Ends at once what is under way to get credentials. May be called by any thread. */
  default void cancel() {}
}
