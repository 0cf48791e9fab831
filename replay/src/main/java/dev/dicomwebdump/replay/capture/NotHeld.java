package dev.dicomwebdump.replay.capture;

import org.jspecify.annotations.Nullable;

/** What is said of what the dump does not hold. */
final class NotHeld {

  private NotHeld() {}

  static Answer address(String path) {
    return says(404, "the dump holds no record of " + path + "; / lists the studies");
  }

  static Answer body(String path) {
    return says(404, "the dump holds the record of " + path + ", and no body (--records-only)");
  }

  static Answer picture(String parameter) {
    return says(404, "the dump holds the picture without the parameter " + parameter);
  }

  static Answer search(String query) {
    return says(
        404, "this search was not recorded, and cannot be answered from metadata: " + query);
  }

  /**
   * Something is held, but not so.
   *
   * @param held the Content-Type of what is held
   */
  static Answer type(String accept, @Nullable String held) {
    return says(
        406,
        "the dump holds it as "
            + (held == null ? "a body without a type" : held)
            + ", which does not fit Accept: "
            + accept);
  }

  private static Answer says(int status, String what) {
    String json = "{\"error\":" + JsonStrings.quoted(what) + "}\n";
    return Answer.made(status, "application/json", Content.of(json));
  }
}
