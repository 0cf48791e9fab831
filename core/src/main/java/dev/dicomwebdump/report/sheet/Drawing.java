package dev.dicomwebdump.report.sheet;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Draws subjects from what was recorded of them. */
final class Drawing {

  private final Capture capture;
  private final HeldMetadata metadata;

  Drawing(Capture capture) {
    this.capture = capture;
    this.metadata = new HeldMetadata(capture);
  }

  /**
   * Draws a subject from the first resource that was had and can be drawn.
   *
   * @param room how many characters the picture may have
   * @return null where none was had
   * @throws UndrawableException when none of those that were had can be drawn; of the first of them
   */
  @Nullable Tile draw(Subject subject, int room) throws UndrawableException {
    UndrawableException first = null;
    for (Resource resource : subject.shownBy()) {
      try {
        DumpRecord record = whole(resource);
        if (record != null) {
          return tile(subject, record, room);
        }
      } catch (UndrawableException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return null;
  }

  private Tile tile(Subject subject, DumpRecord record, int room) throws UndrawableException {
    Thumbnail thumbnail = drawn(subject, record);
    if (thumbnail.source().length() > room) {
      throw new UndrawableException("more than the page has room for");
    }
    String path = capture.inFolder(Layout.filesOf(record.resource()).record());
    return new Tile(subject.instance(), subject.frame(), path, thumbnail);
  }

  private @Nullable DumpRecord whole(Resource resource) throws UndrawableException {
    try {
      return capture.whole(resource);
    } catch (IOException e) {
      throw new UndrawableException("a record that cannot be read", e);
    }
  }

  private Thumbnail drawn(Subject subject, DumpRecord record) throws UndrawableException {
    try {
      Payload payload = Payload.read(capture, record, subject.partOf(record.resource()));
      return record.resource().kind() == ResourceKind.FRAME
          ? frame(payload, described(subject))
          : picture(payload, false);
    } catch (IOException e) {
      throw new UndrawableException("a file that cannot be read", e);
    }
  }

  private Dataset described(Subject subject) throws IOException, UndrawableException {
    Dataset described = metadata.of(subject.instance());
    if (described == null) {
      throw new UndrawableException("no metadata of the instance");
    }
    return described;
  }

  private static Thumbnail frame(Payload payload, Dataset metadata) throws UndrawableException {
    String syntax = payload.transferSyntax();
    // A server that tells no transfer syntax may send either.
    boolean coded = syntax == null && CodedPicture.is(payload.bytes());
    return TransferSyntax.mayBeNative(syntax) && !coded
        ? Thumbnail.of(NativeFrame.draw(payload.bytes(), PixelFormat.of(metadata)))
        : picture(payload, PixelFormat.isInverted(metadata));
  }

  private static Thumbnail picture(Payload payload, boolean inverted) throws UndrawableException {
    String syntax = payload.transferSyntax();
    try {
      return CodedPicture.draw(payload.bytes(), inverted);
    } catch (UndrawableException e) {
      throw syntax == null ? e : new UndrawableException(TransferSyntax.described(syntax), e);
    }
  }
}
