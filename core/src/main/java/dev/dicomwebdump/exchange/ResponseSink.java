package dev.dicomwebdump.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Where the responses to one resource's requests go. A transport calls {@link #head} once for each
 * response, then {@link #body} for its content, then, only when the whole content came, {@link
 * #end}. A new head begins a new attempt; what came before it is void.
 *
 * <p>The calls come from one thread at a time.
 */
public interface ResponseSink {

  /** A response begins. */
  void head(ResponseHead head);

  /**
   * Content of the response: after transfer coding, before content coding. The buffer is the
   * caller's again when the method returns.
   *
   * @throws OutputException when it cannot be kept
   */
  void body(byte[] buffer, int offset, int length);

  /**
   * The whole content came, as far as the transport can tell.
   *
   * @return why the response is nevertheless not what was asked for, or null
   * @throws OutputException when it cannot be kept
   */
  @Nullable Problem end();
}
