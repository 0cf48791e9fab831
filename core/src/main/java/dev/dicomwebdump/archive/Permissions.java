package dev.dicomwebdump.archive;

/** Who may read what a dump writes. */
public enum Permissions {
  /** Folders are 0700 and files 0600: bodies may hold patients' data. */
  OWNER_ONLY,
  /** What the process's umask leaves. */
  UMASK
}
