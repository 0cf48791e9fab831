package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.FileAside;
import dev.dicomwebdump.archive.HarLog;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.nio.file.Path;

/** Where a HAR log goes. Closed without having been written, it leaves nothing behind. */
interface HarOutput extends AutoCloseable {

  /** Nowhere. */
  HarOutput NONE =
      new HarOutput() {
        @Override
        public void write() {}

        @Override
        public void close() {}
      };

  /**
   * Writes the log of what the folder holds now; to be called once.
   *
   * @throws OutputException when it cannot be written
   */
  void write();

  @Override
  void close();

  /** To a file, through a temporary name beside it. */
  static HarOutput toFile(HarLog log, Path target, Permissions permissions, Terminal terminal) {
    FileAside file = new FileAside(target, permissions);
    return new HarOutput() {
      @Override
      public void write() {
        say(log.writeTo(file.out()), terminal);
        file.finish();
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
      public void write() {
        HarLog.Written written = log.writeTo(terminal.out());
        if (terminal.out().checkError()) {
          throw new OutputException("cannot write to stdout", new IOException("it is closed"));
        }
        say(written, terminal);
      }

      @Override
      public void close() {}
    };
  }

  private static void say(HarLog.Written written, Terminal terminal) {
    if (written.passedOver() > 0) {
      terminal.say(written.passedOver() + " records cannot be read, and are not in the HAR log");
    }
  }
}
