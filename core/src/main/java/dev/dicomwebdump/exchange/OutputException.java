package dev.dicomwebdump.exchange;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** The output could not be written (or read back): the run cannot go on. */
public final class OutputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what could not be done, naming the file
   * @param cause the file system's word
   */
  public OutputException(String what, IOException cause) {
    super(what + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    // The exceptions of java.nio.file begin their message with the path, which is told already.
    boolean told = cause instanceof FileSystemException;
    String message = told ? ((FileSystemException) cause).getReason() : cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
