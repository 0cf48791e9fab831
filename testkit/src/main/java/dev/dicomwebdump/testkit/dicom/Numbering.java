package dev.dicomwebdump.testkit.dicom;

/** UIDs that are their parent's UID and a number, so that finding one needs no table. */
final class Numbering {
  private Numbering() {}

  /** The index of a child below its parent, or -1 where the parent has no such child. */
  static int indexBelow(String parent, String child, int size) {
    if (!child.startsWith(parent + ".")) {
      return -1;
    }
    String number = child.substring(parent.length() + 1);
    boolean plain = number.matches("[1-9][0-9]{0,8}");
    return plain && Integer.parseInt(number) <= size ? Integer.parseInt(number) - 1 : -1;
  }
}
