package dev.dicomwebdump.exchange;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

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
    return message == null ? named(cause) : message;
  }

  /** The usual ones say by their type alone what is wrong. */
  private static String named(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (cause instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    return cause instanceof AccessDeniedException
        ? "permission denied"
        : cause.getClass().getSimpleName();
  }
}
