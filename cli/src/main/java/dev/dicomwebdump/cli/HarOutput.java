package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.FileAside;
import dev.dicomwebdump.archive.HarLog;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.nio.file.Path;

/** Where a HAR log goes. Closed without having been written, it leaves nothing behind. */
interface HarOutput extends AutoCloseable {

  /** Nowhere. */
  HarOutput NONE =
      new HarOutput() {
        @Override
        public Unread write() {
          return Unread.NOTHING;
        }

        @Override
        public void close() {}
      };

  /**
   * Writes the log of what the folder holds now; to be called once.
   *
   * @return what could not be read, and is not in the log
   * @throws OutputException when it cannot be written
   */
  Unread write();

  @Override
  void close();

  /** To a file, through a temporary name beside it. */
  static HarOutput toFile(HarLog log, Path target, Permissions permissions) {
    FileAside file = new FileAside(target, permissions);
    return new HarOutput() {
      @Override
      public Unread write() {
        Unread unread = log.writeTo(file.out()).unread();
        file.finish();
        return unread;
      }

      @Override
      public void close() {
        file.close();
      }
    };
  }

  /** To stdout, which stays open. */
  static HarOutput toStdout(HarLog log, Terminal terminal) {
    return new HarOutput() {
      @Override
      public Unread write() {
        Unread unread = log.writeTo(terminal.out()).unread();
        if (terminal.out().checkError()) {
          throw new OutputException("cannot write to stdout", new IOException("it is closed"));
        }
        return unread;
      }

      @Override
      public void close() {}
    };
  }
}
