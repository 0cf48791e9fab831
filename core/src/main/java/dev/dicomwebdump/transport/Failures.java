package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Authority;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong on the wire, by the phase in which it did and the type of the exception.
 *
 * @param server the host and port that were asked, as {@code host:port}
 * @param host the host alone
 * @param proxy the proxy through which it is asked; null when it is asked directly
 * @param isTunnelled whether a proxy passes on bytes and not requests
 * @param settings the limits
 */
record Failures(
    String server,
    String host,
    @Nullable HttpProxy proxy,
    boolean isTunnelled,
    TransportSettings settings) {

  static final Problem CANCELLED = new Problem(Problem.Kind.CANCELLED, "the run was ended");

  private static final int LONGEST_REASON = 200;

  static Failures of(Server server, TransportSettings settings) {
    HttpProxy proxy = settings.proxies().to(server.scheme(), server.host());
    String through = proxy == null ? "" : " through the proxy " + proxy;
    return new Failures(server + through, server.host(), proxy, server.isTls(), settings);
  }

  /** The problem that the status is, or null when it is a success. */
  @Nullable Problem ofStatus(ResponseHead head) {
    // Through a tunnel the server itself would have said so.
    return head.status() == 407 && proxy != null && !isTunnelled
        ? refusedBy(proxy)
        : StatusProblem.of(head);
  }

  private static Problem refusedBy(HttpProxy proxy) {
    String why =
        proxy.authorization() == null
            ? " wants credentials (407)"
            : " refuses the credentials that were given (407)";
    return new Problem(Problem.Kind.PROXY, "the proxy " + proxy + why);
  }

  /** The exchange with a server that cannot be asked at all. */
  static Exchange unsendable(Request request) {
    URI url = request.url();
    String why = url.getScheme() + " URL of host \"" + Authority.of(url) + "\" cannot be asked for";
    return new Exchange(
        request, null, Instant.now(), Timings.UNKNOWN, null, 0, connect(why), List.of());
  }

  /** The limit for the whole exchange passed. */
  Problem tookTooLong() {
    Duration limit = Objects.requireNonNull(settings.maxTime());
    return timeout("the exchange with " + server + " took longer than " + text(limit));
  }

  /** There was no connection yet. */
  Problem whileConnecting(IOException e, boolean handshakeBegun) {
    if (cause(e, SocketTimeoutException.class) != null) {
      String what = handshakeBegun ? "no TLS handshake with " : "no connection to ";
      return timeout(what + server + " within " + text(settings.connectTimeout()));
    }
    if (proxy != null && cause(e, ProxyRefusedException.class) != null) {
      return refusedBy(proxy);
    }
    if (e instanceof UnknownHostException) {
      return connect("cannot resolve host \"" + (proxy == null ? host : proxy.host()) + "\"");
    }
    if (isTls(e)) {
      return tls(e);
    }
    return connect("cannot connect to " + server + ": " + reason(e));
  }

  /** The connection was there, but no response yet. */
  Problem whileWaiting(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return timeout("no response from " + server + " in " + text(settings.firstByteTimeout()));
    }
    if (e instanceof ProtocolException) {
      return new Problem(Problem.Kind.PROTOCOL, "not an HTTP response: " + reason(e));
    }
    if (isTls(e)) {
      return tls(e);
    }
    return connect("the connection to " + server + " broke before a response came: " + reason(e));
  }

  /**
   * The response had begun.
   *
   * @param received the bytes of content that came
   * @param promised the bytes of content that were to come; -1 when that is not known
   */
  Problem whileReceiving(IOException e, long received, long promised) {
    if (e instanceof SocketTimeoutException) {
      String limit = text(settings.idleTimeout());
      return timeout("nothing came for " + limit + " after " + bytes(received, promised));
    }
    if (e instanceof ProtocolException && !isEndOfStream(e)) {
      return new Problem(Problem.Kind.PROTOCOL, "the body is not good HTTP: " + reason(e));
    }
    return brokeOff(received, promised, reason(e));
  }

  /** The body ended before its end. */
  static Problem brokeOff(long received, long promised, String reason) {
    return new Problem(
        Problem.Kind.TRUNCATED,
        "the body broke off after " + bytes(received, promised) + ": " + reason);
  }

  private Problem tls(IOException e) {
    String message;
    if (e instanceof SSLPeerUnverifiedException) {
      message = "the certificate of " + server + " is not for the host \"" + host + "\"";
    } else if (cause(e, CertificateExpiredException.class) != null) {
      message = "the certificate of " + server + " has expired";
    } else if (cause(e, CertificateNotYetValidException.class) != null) {
      message = "the certificate of " + server + " is not valid yet";
    } else if (cause(e, CertificateException.class) != null) {
      message =
          "the certificate of "
              + server
              + " is not trusted: name the authority that issued it, or accept any certificate";
    } else {
      message = "no TLS with " + server + ": " + reason(e);
    }
    return new Problem(Problem.Kind.TLS, message);
  }

  /**
   * An interrupt closes the connection: then that is what happened, and no failure.
   *
   * @throws InterruptedException when the thread was interrupted
   */
  static void requireUninterrupted(IOException e) throws InterruptedException {
    if (Thread.interrupted()) {
      InterruptedException interrupted = new InterruptedException();
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  /**
   * A connection that breaks during TLS is an SSLException too, but not the fault of TLS. What the
   * system says when it breaks while something is sent has no type of its own.
   */
  private static boolean isTls(IOException e) {
    boolean broke =
        cause(e, SocketException.class) != null
            || (e.getCause() != null && e.getCause().getClass() == IOException.class);
    return e instanceof SSLException && !broke;
  }

  /**
   * OkHttp throws the same type when a body ends too early and when it is malformed, so that its
   * message has to decide.
   */
  private static boolean isEndOfStream(IOException e) {
    return "unexpected end of stream".equals(e.getMessage());
  }

  private static Problem connect(String message) {
    return new Problem(Problem.Kind.CONNECT, message);
  }

  private static Problem timeout(String message) {
    return new Problem(Problem.Kind.TIMEOUT, message);
  }

  private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }

  /** The exception's word, in one line that is not too long. */
  private static String reason(IOException e) {
    if (cause(e, EOFException.class) != null || isEndOfStream(e)) {
      return "the server closed the connection";
    }
    ConnectException refused = cause(e, ConnectException.class);
    Throwable told = refused != null && refused.getCause() != null ? refused.getCause() : e;
    String message = told.getMessage();
    String line = message == null ? told.getClass().getSimpleName() : oneLine(message);
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String bytes(long received, long promised) {
    return promised < 0 ? received + " bytes" : received + " of " + promised + " bytes";
  }

  private static String text(Duration limit) {
    long millis = limit.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
