package dev.dicomwebdump.testkit.server;

/**
 * What the server does with some requests. A new rule gives the normal answer to all of them for
 * ever; the methods change that. Thread-safe.
 */
public final class Rule {
  private final RequestMatch match;
  private Reply reply = Replies.normal();
  private int passing;
  private int limit = Integer.MAX_VALUE;
  private int used;

  Rule(RequestMatch match) {
    this.match = match;
  }

  /** Answers so. */
  public synchronized Rule reply(Reply changed) {
    reply = changed;
    return this;
  }

  /** Is used so many times; later requests go to the rules after it. */
  public synchronized Rule times(int times) {
    limit = times;
    return this;
  }

  /** Lets so many requests pass to the rules after it before it is used. */
  public synchronized Rule after(int requests) {
    passing = requests;
    return this;
  }

  /** How many requests it was used for. */
  public synchronized int used() {
    return used;
  }

  /** Whether it is for this request; counts it when it is. */
  synchronized boolean takes(ReceivedRequest request) {
    if (used >= limit || !match.matches(request)) {
      return false;
    }
    if (passing > 0) {
      passing--;
      return false;
    }
    used++;
    return true;
  }

  /** What to answer; not called under the lock, since a reply may take its time. */
  synchronized Reply currentReply() {
    return reply;
  }
}
