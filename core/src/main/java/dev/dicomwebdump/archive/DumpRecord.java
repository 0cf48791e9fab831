package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a dump says of one resource that was asked for. Immutable. Nothing in it is secret any
 * more: who makes one has redacted it.
 *
 * @param resource what was asked for
 * @param uri where, as it stood before any redirect
 * @param outcome what became of it
 * @param problem why it is not complete; null exactly when it is
 * @param notes deviations that were accepted
 * @param body the content, and where it was kept, if it was; null when there was none
 * @param multipart how the body is divided; null when it is not multipart
 * @param instances which instances came, in the order of the parts, where those of a series or
 *     study were asked for, null for one that cannot be named; else empty
 * @param transferSyntax null for a resource without transfer syntax, such as metadata
 * @param exchange the last exchange, with all earlier ones
 * @param contentSize the content's bytes after content decoding; -1 when not known
 * @param errorText the beginning of an error body that was not kept; null where there is none
 * @param earlierErrorTexts the beginning of each earlier exchange's error body, in their order;
 *     null where there was none
 */
public record DumpRecord(
    Resource resource,
    String uri,
    Outcome outcome,
    @Nullable Problem problem,
    List<String> notes,
    @Nullable StoredBody body,
    @Nullable StoredMultipart multipart,
    List<@Nullable InstanceUids> instances,
    @Nullable TransferSyntaxes transferSyntax,
    Exchange exchange,
    long contentSize,
    @Nullable String errorText,
    List<@Nullable String> earlierErrorTexts) {

  public DumpRecord {
    notes = List.copyOf(notes);
    instances = Collections.unmodifiableList(new ArrayList<>(instances));
    earlierErrorTexts = Collections.unmodifiableList(new ArrayList<>(earlierErrorTexts));
    if ((outcome == Outcome.COMPLETE) != (problem == null)) {
      throw new IllegalArgumentException(outcome.published() + " with the problem " + problem);
    }
    boolean hasFile = body != null && body.file() != null;
    boolean lacksWrapper = body != null && !hasFile && !isDivided(multipart);
    if ((isDivided(multipart) && (body == null || hasFile))
        || (lacksWrapper && hasPayloads(multipart))) {
      throw new IllegalArgumentException("a body has either a file or a wrapper");
    }
    if (earlierErrorTexts.size() != exchange.earlier().size()) {
      throw new IllegalArgumentException("each earlier exchange needs its error text, or null");
    }
  }

  /** Whether the content can be had: in a file of its own, or in pieces. */
  public boolean isBodyKept() {
    return body != null && (body.file() != null || isDivided(multipart));
  }

  private static boolean isDivided(@Nullable StoredMultipart multipart) {
    return multipart != null && !multipart.wrapper().isEmpty();
  }

  private static boolean hasPayloads(@Nullable StoredMultipart multipart) {
    return multipart != null && multipart.parts().stream().anyMatch(part -> part.file() != null);
  }

  /** The header fields of the response; none where no response came. */
  public Headers responseHeaders() {
    return exchange.response() == null ? Headers.NONE : exchange.response().headers();
  }

  /** Whether it came as the server holds it; null for a resource without transfer syntax. */
  public @Nullable Transcoding transcoding() {
    return transferSyntax == null ? null : transferSyntax.transcoding();
  }

  /** The first request for the resource, before any redirect. */
  public Request firstRequest() {
    return exchange.earlier().isEmpty() ? exchange.request() : exchange.earlier().get(0).request();
  }

  /** The same record with other parts. */
  public DumpRecord withMultipart(StoredMultipart changed) {
    return with(body, changed);
  }

  /** The same record of another file. */
  public DumpRecord withBody(StoredBody changed) {
    return with(changed, multipart);
  }

  private DumpRecord with(@Nullable StoredBody otherBody, @Nullable StoredMultipart otherParts) {
    return new DumpRecord(
        resource,
        uri,
        outcome,
        problem,
        notes,
        otherBody,
        otherParts,
        instances,
        transferSyntax,
        exchange,
        contentSize,
        errorText,
        earlierErrorTexts);
  }
}
