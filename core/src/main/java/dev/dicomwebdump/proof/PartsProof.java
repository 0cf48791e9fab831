package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.LastMediaType;
import dev.dicomwebdump.exchange.MediaType;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import dev.dicomwebdump.resource.InstanceUids;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges each payload of a response as it ends, counts them, and passes them on. */
final class PartsProof implements PartListener {

  /** A server may think of another deviation for each part. */
  private static final int MOST_NOTES = 100;

  private final PartCount count;
  private final MediaType whole;
  private final LastMediaType types;
  private final PayloadProof payload;
  private final PartListener next;
  private final Set<String> notes = new LinkedHashSet<>();
  private final List<@Nullable InstanceUids> instances = new ArrayList<>();
  private MediaType type = MediaType.NONE;
  private int parts;
  private @Nullable Problem firstProblem;
  private int firstWrong;
  private @Nullable String fileSyntax;

  /**
   * @param whole the response's own media type
   * @param types reads those of parts
   */
  PartsProof(
      PartCount count,
      MediaType whole,
      LastMediaType types,
      PayloadProof payload,
      PartListener next) {
    this.count = count;
    this.whole = whole;
    this.types = types;
    this.payload = payload;
    this.next = next;
  }

  /** The whole body is the one payload. */
  void beginWhole() {
    begin(whole, List.of(), 0);
  }

  @Override
  public void begin(List<PartHeader> headers, long offset) {
    begin(typeOf(headers), headers, offset);
  }

  private void begin(MediaType ofPayload, List<PartHeader> headers, long offset) {
    type = ofPayload;
    payload.begin();
    next.begin(headers, offset);
  }

  @Override
  public void bytes(byte[] buffer, int offset, int length) {
    payload.take(buffer, offset, length);
    next.bytes(buffer, offset, length);
  }

  @Override
  public void end() {
    next.end();
    parts++;
    List<String> odd = new ArrayList<>();
    String told = type.transferSyntax();
    Problem problem = payload.problem(type, told == null ? whole.transferSyntax() : told, odd);
    if (firstProblem == null && problem != null) {
      firstProblem = problem;
      firstWrong = parts;
    }
    if (!odd.isEmpty()) {
      notes.addAll(odd.subList(0, Math.min(odd.size(), MOST_NOTES - notes.size())));
    }
    String syntax = payload.transferSyntax();
    fileSyntax = parts == 1 || Objects.equals(fileSyntax, syntax) ? syntax : null;
    if (count.isOfInstances()) {
      instances.add(payload.instance());
    }
  }

  /** The media type that a part's headers tell. */
  MediaType typeOf(List<PartHeader> headers) {
    return types.of(PartHeader.first(headers, "Content-Type"));
  }

  /** What is wrong with the payloads that came, or null. */
  @Nullable Problem problem() {
    Problem ofCount = count.problem(parts);
    boolean isOther = firstProblem != null && firstProblem.kind() == Problem.Kind.CONTENT_TYPE;
    if (firstProblem == null || (ofCount != null && !isOther)) {
      return ofCount;
    }
    return parts == 1
        ? firstProblem
        : new Problem(firstProblem.kind(), "part " + firstWrong + ": " + firstProblem.message());
  }

  /** The deviations that were accepted. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    if (parts > 1 && count.isOfOne()) {
      all.add("several parts where one was asked for");
    }
    return all;
  }

  /** Which instances came, in the order of the parts; empty unless many were asked for. */
  List<@Nullable InstanceUids> instances() {
    return instances;
  }

  /** The transfer syntax that all payloads themselves tell; null where they differ, too. */
  @Nullable String fileSyntax() {
    return fileSyntax;
  }
}
