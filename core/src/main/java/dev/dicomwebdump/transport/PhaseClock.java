package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Peer;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.transport.PhaseMarks.Mark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Notes what happens to one call, and when. Connection attempts may race on threads of their own,
 * hence the lock.
 */
final class PhaseClock extends EventListener {

  private @Nullable PhaseMarks marks;
  private boolean connected;
  private @Nullable Connection connection;
  private @Nullable Peer peer;
  private @Nullable Request sent;
  private @Nullable Response head;

  /** Whether a TLS handshake was begun. */
  synchronized boolean handshakeBegun() {
    return marks != null && marks.has(Mark.TLS);
  }

  /** The connection that carried the call, or null. */
  synchronized @Nullable Connection connection() {
    return connection;
  }

  /** The two ends of that connection, or null. */
  synchronized @Nullable Peer peer() {
    return peer;
  }

  /** The request as it was sent, or null. */
  synchronized @Nullable Request sent() {
    return sent;
  }

  /** The response as the server began it, or null; its body cannot be read from here. */
  synchronized @Nullable Response head() {
    return head;
  }

  /** How long each phase took; one that did not come to its end lasted until the call's end. */
  synchronized Timings timings() {
    return marks == null ? Timings.UNKNOWN : marks.timings();
  }

  private synchronized void first(Mark mark) {
    marks().first(mark);
  }

  private synchronized void last(Mark mark) {
    marks().last(mark);
  }

  private synchronized PhaseMarks marks() {
    if (marks == null) {
      marks = new PhaseMarks();
    }
    return marks;
  }

  @Override
  public void callStart(Call call) {
    marks();
  }

  @Override
  public void dnsStart(Call call, String domainName) {
    first(Mark.DNS);
  }

  @Override
  public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
    last(Mark.DNS_END);
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    first(Mark.CONNECT);
  }

  @Override
  public void secureConnectStart(Call call) {
    first(Mark.TLS);
  }

  @Override
  public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    last(Mark.TLS_END);
  }

  @Override
  public synchronized void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    connected = true;
    last(Mark.CONNECT_END);
  }

  /** The losers of a race fail too, some of them after the winner has connected. */
  @Override
  public synchronized void connectFailed(
      Call call,
      InetSocketAddress address,
      Proxy proxy,
      @Nullable Protocol protocol,
      IOException e) {
    if (!connected) {
      last(Mark.CONNECT_END);
    }
  }

  @Override
  public synchronized void connectionAcquired(Call call, Connection acquired) {
    first(Mark.ACQUIRED);
    connection = acquired;
    String address = acquired.socket().getInetAddress().getHostAddress();
    peer = new Peer(address, acquired.socket().getLocalPort(), !connected);
  }

  @Override
  public void requestHeadersStart(Call call) {
    first(Mark.SEND);
  }

  @Override
  public synchronized void requestHeadersEnd(Call call, Request request) {
    last(Mark.SENT);
    sent = request;
  }

  @Override
  public void responseHeadersStart(Call call) {
    first(Mark.RESPONSE);
  }

  @Override
  public synchronized void responseHeadersEnd(Call call, Response response) {
    head = response;
  }

  @Override
  public void callEnd(Call call) {
    last(Mark.END);
  }

  @Override
  public void callFailed(Call call, IOException e) {
    last(Mark.END);
  }
}
