package dev.dicomwebdump.report.page;

/** Short names for records: whole UIDs make no table readable. */
final class RecordName {

  private static final int LONGEST = 12;
  private static final int KEPT = 8;
  private static final String RECORD = ".dump.json";

  private RecordName() {}

  /**
   * What a record is of, from its last folders and its name: {@code …4.5.6.78/frames/3}.
   *
   * @param record its path
   */
  static String brief(String record) {
    String name =
        record.endsWith(RECORD) ? record.substring(0, record.length() - RECORD.length()) : record;
    String[] names = name.replace("/_/", "/").split("/", -1);
    StringBuilder brief = new StringBuilder();
    for (int at = Math.max(0, names.length - 3); at < names.length; at++) {
      if (!names[at].equals("series") && !names[at].equals("instances")) {
        brief.append(brief.isEmpty() ? "" : "/").append(shortened(names[at]));
      }
    }
    return brief.toString();
  }

  /** A UID by its end, which is what differs. */
  static String shortened(String name) {
    return name.length() > LONGEST ? "…" + name.substring(name.length() - KEPT) : name;
  }
}
