package dev.dicomwebdump.archive;

/** Another run is writing into the same folder. */
public final class AlreadyLockedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AlreadyLockedException(ArchiveFolder folder) {
    super(
        "another run is writing into "
            + folder
            + ": wait until it has ended, or choose another folder");
  }
}
