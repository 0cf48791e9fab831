package dev.dicomwebdump.cli;

import dev.dicomwebdump.replay.FaultPlan;
import dev.dicomwebdump.replay.NoDumpException;
import dev.dicomwebdump.replay.Pace;
import dev.dicomwebdump.replay.ReplayServer;
import dev.dicomwebdump.replay.ReplaySettings;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves until the process is asked to end: Java itself ends it then, with 130 or 143. */
final class Serving {

  private static final int GREATEST_PORT = 65535;
  private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/\\s]+|null");

  private Serving() {}

  static ExitCode run(ServeCommand command, Terminal terminal) throws InterruptedException {
    ReplaySettings settings;
    try {
      settings = settings(command);
    } catch (IllegalArgumentException e) {
      terminal.say(e.getMessage() + "; see serve --help");
      return ExitCode.USAGE;
    }
    try (ReplayServer server = ReplayServer.start(settings, terminal::say)) {
      terminal.out().println(server.rootUrl());
      terminal.out().flush();
      terminal.say("serving " + command.folder.value() + "; Ctrl-C ends it");
      if (server.isUnfinished()) {
        terminal.say("its run has not ended, or not in order: what is not there yet is not served");
      }
      new CountDownLatch(1).await();
      return ExitCode.COMPLETE;
    } catch (NoDumpException e) {
      terminal.say("no dump: " + e.getMessage());
    } catch (IOException e) {
      String advice =
          e.getCause() instanceof BindException
              ? "; --port 0 takes a port that is free, --bind an address of this machine"
              : "";
      terminal.say("cannot serve: " + e.getMessage() + advice);
    }
    return ExitCode.NOTHING;
  }

  private static ReplaySettings settings(ServeCommand command) {
    int port = command.port.value();
    if (port < 0 || port > GREATEST_PORT) {
      throw new IllegalArgumentException("a port is from 0 to " + GREATEST_PORT);
    }
    Duration latency = Objects.requireNonNullElse(command.latency.value(), Duration.ZERO);
    return new ReplaySettings(
        command.folder.value(),
        command.host.value(),
        port,
        command.exact.value(),
        Pace.parse(command.pace.value(), latency),
        FaultPlan.parse(command.faults.value(), command.seed.value()),
        cors(command.cors.value()),
        tls(command));
  }

  /** What browsers call an origin has no path: one with a final slash would never be theirs. */
  private static @Nullable String cors(String given) {
    if (given.equals("none")) {
      return null;
    }
    if (!given.equals("*") && !ORIGIN.matcher(given).matches()) {
      throw new IllegalArgumentException(
          "--cors is *, none, or a scheme and a host without a path, such as http://localhost:3000");
    }
    return given;
  }

  private static ReplaySettings.@Nullable TlsFiles tls(ServeCommand command) {
    Path certificate = command.tlsCertificate.value();
    Path key = command.tlsKey.value();
    if (certificate == null && key == null) {
      return null;
    }
    if (certificate == null || key == null) {
      throw new IllegalArgumentException("--tls-cert and --tls-key go together");
    }
    return new ReplaySettings.TlsFiles(certificate, key);
  }
}
