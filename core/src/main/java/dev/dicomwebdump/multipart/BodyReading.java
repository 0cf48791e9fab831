package dev.dicomwebdump.multipart;

/** One reading of a body: where it is, and what it has found. */
final class BodyReading {

  final IndexBuilder index = new IndexBuilder();
  final PartListener listener;

  /** Whether a part's Content-Length counts. */
  final boolean believesLengths;

  private final int mostParts;
  private final HeldBytes bytes;
  private Delimiter delimiter = Delimiter.VOID;
  private Stage stage = new BoundarySearch(this);
  private boolean lineFeedOnly;

  /** A reading of a whole body whose boundary is not known yet. */
  BodyReading(PartListener listener, int mostParts) {
    this(listener, mostParts, true, 0);
  }

  private BodyReading(PartListener listener, int mostParts, boolean believesLengths, long offset) {
    this.listener = listener;
    this.mostParts = mostParts;
    this.believesLengths = believesLengths;
    this.bytes = new HeldBytes(this::read, offset);
  }

  /**
   * Another reading of the rest of the body, which knows delimiters only and is not listened to.
   */
  BodyReading withoutLengths(long offset) {
    BodyReading other = new BodyReading(new Unheard(), mostParts, false, offset);
    other.delimiter = delimiter;
    other.lineFeedOnly = lineFeedOnly;
    return other;
  }

  void accept(byte[] buffer, int from, int to) {
    bytes.accept(buffer, from, to);
  }

  /** Takes what is new to this reading of a stretch that another one reads. */
  void follow(Stretch stretch) {
    long from = Math.max(stretch.from, stretch.index(bytes.reached()));
    if (from < stretch.to) {
      accept(stretch.buffer, (int) from, stretch.to);
    }
  }

  IndexBuilder end() {
    Stretch rest = bytes.end();
    stage.end(rest);
    return index;
  }

  private int read(Stretch stretch) {
    Stretch rest = stretch;
    while (true) {
      Stage before = stage;
      int done = before.read(rest);
      if (done == rest.from && stage == before) {
        return done;
      }
      rest = rest.startingAt(done);
    }
  }

  /** The delimiter; void until the boundary is known. */
  Delimiter delimiter() {
    return delimiter;
  }

  void delimitedBy(byte[] boundary) {
    delimiter = new Delimiter(boundary);
    index.boundary(boundary);
  }

  /** Whether LF alone is a line end in this body. */
  boolean lineFeedOnly() {
    return lineFeedOnly;
  }

  void enter(Stage next) {
    stage = next;
  }

  /** The first delimiter has come; returns where to read on. */
  int passFirst(DelimiterLine line) {
    lineFeedOnly = !line.crlf();
    return pass(line);
  }

  /** A delimiter has come; returns where to read on. */
  int pass(DelimiterLine line) {
    if (!line.crlf()) {
      index.note(Deviation.LF_ONLY);
    }
    if (line.isClosing()) {
      index.close();
      enter(new Epilogue(this));
    } else if (index.parts() == mostParts) {
      index.fail(Fault.TOO_MANY_PARTS);
      enter(new Broken());
    } else {
      enter(new HeaderLines(this));
    }
    return line.end();
  }

  /** The rest of the body cannot be understood. */
  int fail(Fault fault, Stretch stretch) {
    index.fail(fault);
    enter(new Broken());
    return stretch.to;
  }
}
