package dev.dicomwebdump.replay;

import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What goes wrong, with which answers, and how often. Safe for use by many threads at once. */
final class FaultRule {

  private static final Pattern FORM =
      Pattern.compile("([a-z-]+):\\s*([^\\s]+)(?:\\s+(every|rate|first)=([0-9.]{1,12}))?");
  private static final Pattern STALL = Pattern.compile("stall(?:=([0-9]{1,6})(ms|s|m))?");
  private static final Map<String, Set<ResourceKind>> KINDS =
      Map.of(
          "all", EnumSet.allOf(ResourceKind.class),
          "metadata", kinds(kind -> kind.isMetadata() || kind.isXml()),
          "frames", EnumSet.of(ResourceKind.FRAME),
          "instances",
              EnumSet.of(
                  ResourceKind.INSTANCE,
                  ResourceKind.SERIES_INSTANCES,
                  ResourceKind.STUDY_INSTANCES),
          "bulkdata", EnumSet.of(ResourceKind.BULKDATA),
          "rendered", EnumSet.of(ResourceKind.RENDERED),
          "thumbnails", EnumSet.of(ResourceKind.THUMBNAIL),
          "qido", kinds(ResourceKind::isSearch));

  private final Set<ResourceKind> kinds;
  private final Fault fault;
  private final Often often;
  private final AtomicLong met = new AtomicLong();

  /** Whether it goes wrong with the answer of that number, from 1. */
  @FunctionalInterface
  private interface Often {
    boolean strikes(long number, long seed);
  }

  private FaultRule(Set<ResourceKind> kinds, Fault fault, Often often) {
    this.kinds = kinds;
    this.fault = fault;
    this.often = often;
  }

  /**
   * Reads a rule, such as {@code frames: status=503 every=7}.
   *
   * @throws IllegalArgumentException when it is none; the message says what one looks like
   */
  static FaultRule parse(String text) {
    Matcher found = FORM.matcher(text.strip());
    Set<ResourceKind> kinds = found.matches() ? KINDS.get(found.group(1)) : null;
    Fault fault = kinds == null ? null : fault(found.group(2));
    Often often = fault == null ? null : often(found.group(3), found.group(4));
    if (kinds == null || fault == null || often == null) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no fault: write KIND: FAULT [every=N|rate=0.1|first=N], where KIND is all,"
              + " metadata, frames, instances, bulkdata, rendered, thumbnails or qido, and FAULT is"
              + " status=N, cut, stall, stall=10s, reset or length=N");
    }
    return new FaultRule(kinds, fault, often);
  }

  /** What goes wrong with the next answer of that kind; null for nothing. */
  @Nullable Fault next(ResourceKind kind, long seed) {
    return kinds.contains(kind) && often.strikes(met.incrementAndGet(), seed) ? fault : null;
  }

  private static @Nullable Fault fault(String text) {
    Matcher stall = STALL.matcher(text);
    if (stall.matches()) {
      return new Fault.Stall(
          stall.group(1) == null ? Duration.ofMinutes(10) : time(stall.group(1), stall.group(2)));
    }
    if (text.matches("status=[2-5][0-9]{2}")) {
      return new Fault.Status(Integer.parseInt(text.substring("status=".length())));
    }
    if (text.matches("length=[1-9][0-9]{0,11}")) {
      return new Fault.WrongLength(Long.parseLong(text.substring("length=".length())));
    }
    return switch (text) {
      case "cut" -> new Fault.Cut();
      case "reset" -> new Fault.Reset();
      default -> null;
    };
  }

  private static Duration time(String amount, String unit) {
    long number = Long.parseLong(amount);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }

  private static @Nullable Often often(@Nullable String how, @Nullable String number) {
    if (how == null || number == null) {
      return (met, seed) -> true;
    }
    if (how.equals("rate")) {
      return number.matches("0(\\.[0-9]+)?|1(\\.0+)?")
          ? atRandom(Double.parseDouble(number))
          : null;
    }
    if (!number.matches("[1-9][0-9]{0,8}")) {
      return null;
    }
    long whole = Long.parseLong(number);
    return how.equals("every") ? (met, seed) -> met % whole == 0 : (met, seed) -> met <= whole;
  }

  private static Often atRandom(double rate) {
    return (met, seed) ->
        new SplittableRandom(seed ^ (met * 0x9E3779B97F4A7C15L)).nextDouble() < rate;
  }

  private static Set<ResourceKind> kinds(Predicate<ResourceKind> are) {
    return Arrays.stream(ResourceKind.values()).filter(are).collect(Collectors.toUnmodifiableSet());
  }
}
