package dev.dicomwebdump.cli;

import dev.dicomwebdump.stress.Load;
import dev.dicomwebdump.stress.StressSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a server may be put under load, unless it is on this machine: its users and its
 * owner may mind.
 */
record Consent(Terminal terminal, Surroundings around) {

  /** Whether the server is on this machine, or a person agrees. */
  boolean isGiven(StressSettings settings) {
    String host = settings.root().host();
    if (isLoopback(host)) {
      return true;
    }
    terminal.say("this puts " + host + " under load: " + shown(settings.load()));
    @Nullable String answer = around.answerTo().apply("Go on? [y/N]");
    if (answer == null) {
      terminal.say("nobody is there to agree to it: --yes does");
      return false;
    }
    String said = answer.strip().toLowerCase(Locale.ROOT);
    return said.equals("y") || said.equals("yes");
  }

  private static String shown(Load load) {
    return (load.isOpen() ? StressText.rate(load) + ", " : "")
        + "up to "
        + load.concurrency()
        + " requests in flight for "
        + Quantities.time(load.warmup().plus(load.duration()));
  }

  /** A name that leads nowhere is none of this machine. */
  private static boolean isLoopback(String host) {
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
