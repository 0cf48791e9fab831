package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.ByteSize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says how connections are to be made, where it is not as by default; {@link TransportSettings} has
 * what each means. Null is for what there is none of. For one thread.
 */
public final class TransportSettingsBuilder {

  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration firstByteTimeout = Duration.ofMinutes(5);
  private Duration idleTimeout = Duration.ofMinutes(1);
  private @Nullable Duration maxTime;
  private ByteSize maxBody = ByteSize.UNLIMITED;
  private boolean http2 = true;
  private boolean http2PriorKnowledge;
  private int connections = 1;
  private TransportSettings.@Nullable Tls tls;
  private @Nullable ClientCertificate certificate;
  private Proxies proxies = Proxies.NONE;
  private @Nullable Integer http2Connections;

  /** 10 s unless told. */
  public TransportSettingsBuilder connectTimeout(Duration timeout) {
    connectTimeout = timeout;
    return this;
  }

  /** 300 s unless told. */
  public TransportSettingsBuilder firstByteTimeout(Duration timeout) {
    firstByteTimeout = timeout;
    return this;
  }

  /** 60 s unless told. */
  public TransportSettingsBuilder idleTimeout(Duration timeout) {
    idleTimeout = timeout;
    return this;
  }

  /** No limit unless told. */
  public TransportSettingsBuilder maxTime(@Nullable Duration time) {
    maxTime = time;
    return this;
  }

  /** No limit unless told. */
  public TransportSettingsBuilder maxBody(ByteSize size) {
    maxBody = size;
    return this;
  }

  /** It may unless told. */
  public TransportSettingsBuilder http2(boolean may) {
    http2 = may;
    return this;
  }

  /** It is not unless told. */
  public TransportSettingsBuilder http2PriorKnowledge(boolean spoken) {
    http2PriorKnowledge = spoken;
    return this;
  }

  /** One unless told. */
  public TransportSettingsBuilder connections(int most) {
    connections = most;
    return this;
  }

  /** What the Java runtime trusts unless told. */
  public TransportSettingsBuilder tls(TransportSettings.@Nullable Tls trust) {
    tls = trust;
    return this;
  }

  /** None unless told. */
  public TransportSettingsBuilder certificate(@Nullable ClientCertificate shown) {
    certificate = shown;
    return this;
  }

  /** None unless told. */
  public TransportSettingsBuilder proxies(Proxies through) {
    proxies = through;
    return this;
  }

  /** As many as serve unless told. */
  public TransportSettingsBuilder http2Connections(@Nullable Integer spread) {
    http2Connections = spread;
    return this;
  }

  /**
   * What was said.
   *
   * @throws IllegalArgumentException when it is less than one HTTP/2 connection
   */
  public TransportSettings build() {
    return new TransportSettings(
        connectTimeout,
        firstByteTimeout,
        idleTimeout,
        maxTime,
        maxBody,
        http2,
        http2PriorKnowledge,
        connections,
        tls,
        certificate,
        proxies,
        http2Connections);
  }
}
