package dev.dicomwebdump.cli;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.fetch.AcceptSettings;
import dev.dicomwebdump.fetch.WantedSyntax;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The options that say what resources are asked for as. */
final class NegotiationOptions extends OptionGroup {

  final Given<String> transferSyntax =
      usually("*", String.class, "--transfer-syntax", "--transferSyntax")
          .label("UID")
          .described(
              "Transfer syntax to ask for frames and DICOM files in, and no other;",
              "* is as stored (the default), default is the server's own.");

  private final Given<List<String>> given =
      list("--accept")
          .label("KIND=VALUE")
          .described(
              "The whole Accept header for one kind of resource, such as",
              "frame=image/jp2; nothing else is tried then. Repeatable.");

  /**
   * What to ask for.
   *
   * @throws IllegalArgumentException when a header cannot be sent, or is for no kind that there is
   */
  AcceptSettings accept() {
    return new AcceptSettings(syntax(), headers());
  }

  private WantedSyntax syntax() {
    try {
      return new WantedSyntax(transferSyntax.value());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--transfer-syntax: " + e.getMessage(), e);
    }
  }

  private Map<ResourceKind, String> headers() {
    Map<ResourceKind, String> headers = new EnumMap<>(ResourceKind.class);
    for (String text : given.value()) {
      String[] parts = text.split("=", 2);
      ResourceKind kind = kind(parts[0]);
      if (headers.put(kind, sendable(parts.length < 2 ? "" : parts[1])) != null) {
        throw wrong("given twice for " + kind.published());
      }
    }
    return headers;
  }

  private static ResourceKind kind(String name) {
    return Arrays.stream(ResourceKind.values())
        .filter(kind -> kind.published().equals(name))
        .findFirst()
        .orElseThrow(() -> wrong("no such kind: \"" + name.replaceAll("\\p{Cntrl}", "?") + "\""));
  }

  private static String sendable(String value) {
    try {
      String sent = Header.sendable("Accept", value).value();
      if (!sent.isEmpty()) {
        return sent;
      }
    } catch (IllegalArgumentException e) {
      throw wrong("the value has characters that no header can hold");
    }
    throw wrong("the value is empty");
  }

  private static IllegalArgumentException wrong(String why) {
    String kinds =
        Arrays.stream(ResourceKind.values())
            .map(ResourceKind::published)
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "--accept KIND=VALUE: " + why + " (the kinds are " + kinds + ")");
  }
}
