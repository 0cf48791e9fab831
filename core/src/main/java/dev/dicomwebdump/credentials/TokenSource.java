package dev.dicomwebdump.credentials;

/** Where new tokens come from. Asked by one thread at a time, but for {@link #cancel}. */
interface TokenSource {

  /**
   * A new token.
   *
   * @throws CredentialsUnavailableException when there is none
   * @throws InterruptedException when the thread was interrupted while it waited
   */
  Token get() throws InterruptedException;

  /** Ends at once what is under way, if anything is; called by any thread. */
  void cancel();
}
