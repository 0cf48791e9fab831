package dev.dicomwebdump.dump;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.fetch.AcceptSettings;
import dev.dicomwebdump.fetch.WantedSyntax;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request's options as a summary shows them: none that is or may hold a secret. */
record RunOptions(DumpRequest request) {

  private static final String TRANSFER_SYNTAX = "transferSyntax";
  private static final String ACCEPT = "accept.";
  private static final String KEEP = "keep";
  private static final String PAYLOADS = "stripMultiPartMimeWrapper";
  private static final String CONTENTS = "contents";
  private static final String FORMAT = "metadataFormat";
  private static final String BULKDATA = "bulkdata";
  private static final List<String> RESTRICTIONS = List.of("series", "instances", "modalities");

  Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put(PAYLOADS, Boolean.toString(request.payloads()));
    shown.put(KEEP, request.keep().name().toLowerCase(Locale.ROOT));
    shown.put("dicom", Boolean.toString(request.dicom() != null));
    shown.put("pretty", Boolean.toString(request.pretty()));
    shown.put("digest", request.digest().published());
    Selection selection = request.selection();
    shown.put("includeFullInstance", Boolean.toString(selection.has(Content.INSTANCES)));
    shown.put(CONTENTS, joined(selection.contents().stream().map(Content::published)));
    shown.put("series", joined(selection.series().stream().map(Uid::value)));
    shown.put("instances", joined(selection.instances().stream().map(Uid::value)));
    shown.put("modalities", joined(selection.modalities().stream()));
    shown.put(FORMAT, lower(selection.format()));
    shown.put("discover", lower(selection.discovery()));
    shown.put(BULKDATA, lower(selection.bulkdata().choice()).replace('_', '-'));
    shown.put("framesPerRequest", Integer.toString(selection.framesPerRequest()));
    shown.put("concurrency", concurrency());
    shown.put("interval", request.politeness().interval().toString());
    shown.put("serverFriendly", Boolean.toString(request.politeness().rests()));
    shown.put(TRANSFER_SYNTAX, request.accept().transferSyntax().text());
    request.accept().given().forEach((kind, value) -> shown.put(ACCEPT + kind.published(), value));
    shown.put("abort", Boolean.toString(request.abort()));
    shown.put("retry", Integer.toString(request.retries()));
    shown.put("maxRetryWait", request.maxRetryWait().toString());
    shown.put("outage", request.outage().toString());
    shown.put("compressed", Boolean.toString(request.compressed()));
    shown.put("http2", Boolean.toString(request.transport().http2()));
    shown.put("http2PriorKnowledge", Boolean.toString(request.transport().http2PriorKnowledge()));
    shown.put("connectTimeout", request.transport().connectTimeout().toString());
    shown.put("firstByteTimeout", request.transport().firstByteTimeout().toString());
    shown.put("idleTimeout", request.transport().idleTimeout().toString());
    shown.put("maxTime", String.valueOf(request.transport().maxTime()));
    shown.put("permissions", request.permissions().name().toLowerCase(Locale.ROOT));
    shown.put("onlyFailed", Boolean.toString(request.onlyFailed() != null));
    shown.put("recheck", Boolean.toString(request.rerun().recheck()));
    shown.put("refresh", Boolean.toString(request.rerun().refresh()));
    shown.put("restart", Boolean.toString(request.rerun().restart()));
    shown.put("authorization", request.credentials() == Credentials.none() ? "none" : "REDACTED");
    return shown;
  }

  /**
   * Whether a run with options that were shown had all of a study that this request wants.
   *
   * @param then what the study's summary shows
   */
  boolean areCoveredBy(Map<String, String> then) {
    Map<String, String> now = shown();
    return words(then).containsAll(words(now))
        && RESTRICTIONS.stream().allMatch(name -> isAs(then, now, name, ""))
        && isAs(then, now, FORMAT, "both")
        && isAs(then, now, BULKDATA, "all")
        && isAs(then, now, PAYLOADS, "true")
        && (request.keep() == Keep.NONE || !Keep.NONE.name().equalsIgnoreCase(then.get(KEEP)));
  }

  private static Set<String> words(Map<String, String> shown) {
    return Set.copyOf(List.of(shown.getOrDefault(CONTENTS, "").split(",")));
  }

  private static boolean isAs(
      Map<String, String> then, Map<String, String> now, String option, String most) {
    String value = then.get(option);
    return most.equals(value) || Objects.equals(value, now.get(option));
  }

  /** What options that were shown say of Accept headers; null where they do not. */
  static @Nullable AcceptSettings accept(Map<String, String> shown) {
    String syntax = shown.get(TRANSFER_SYNTAX);
    if (syntax == null) {
      return null;
    }
    Map<ResourceKind, String> given = new EnumMap<>(ResourceKind.class);
    for (ResourceKind kind : ResourceKind.values()) {
      String value = shown.get(ACCEPT + kind.published());
      if (value != null) {
        given.put(kind, value);
      }
    }
    try {
      return new AcceptSettings(new WantedSyntax(syntax), given);
    } catch (IllegalArgumentException e) {
      return null; // No run of this program had such options.
    }
  }

  private String concurrency() {
    return request.politeness().adaptive() ? "auto" : Integer.toString(request.concurrency());
  }

  private static String joined(Stream<String> words) {
    return words.sorted().collect(Collectors.joining(","));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
