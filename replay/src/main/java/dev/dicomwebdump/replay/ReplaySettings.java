package dev.dicomwebdump.replay;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a dump is served. Immutable.
 *
 * @param folder the folder of the dump, which must not change while it is served
 * @param host the address to listen at
 * @param port the port to listen at; 0 for any that is free
 * @param exact whether bodies stay as they are, though they name the recorded server
 * @param pace how long answers take
 * @param faults what goes wrong
 * @param cors which origins' pages may read answers in a browser: {@code *} for any; null for none
 * @param tls what the server proves itself with; null for no TLS
 */
public record ReplaySettings(
    Path folder,
    String host,
    int port,
    boolean exact,
    Pace pace,
    FaultPlan faults,
    @Nullable String cors,
    @Nullable TlsFiles tls) {

  /**
   * A certificate and its key.
   *
   * @param certificate PEM file with the certificate, and those that it was issued with after it
   * @param key PEM file with the private key, PKCS#8, not encrypted
   */
  public record TlsFiles(Path certificate, Path key) {}

  /** On a free port of the loopback interface, at once, without faults, rewritten, for any page. */
  public static ReplaySettings of(Path folder) {
    return new ReplaySettings(folder, "127.0.0.1", 0, false, Pace.NONE, FaultPlan.NONE, "*", null);
  }

  /** The same with bodies that stay as they are, or do not. */
  public ReplaySettings withExact(boolean changed) {
    return new ReplaySettings(folder, host, port, changed, pace, faults, cors, tls);
  }

  /** The same with other faults. */
  public ReplaySettings withFaults(FaultPlan changed) {
    return new ReplaySettings(folder, host, port, exact, pace, changed, cors, tls);
  }

  /** The same at another pace. */
  public ReplaySettings withPace(Pace changed) {
    return new ReplaySettings(folder, host, port, exact, changed, faults, cors, tls);
  }

  /** The same with TLS. */
  public ReplaySettings withTls(TlsFiles changed) {
    return new ReplaySettings(folder, host, port, exact, pace, faults, cors, changed);
  }
}
