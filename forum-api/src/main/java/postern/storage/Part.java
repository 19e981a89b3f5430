package postern.storage;

import java.util.regex.Pattern;

/**
 * A part of what pages show that changes by itself: a table, or one thing in it, as {@code
 * thread:12}.
 */
public record Part(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z_0-9*]{1,64}(:[0-9]{1,20})?");

  /** Everything that pages show. */
  static final Part ALL = new Part("*");

  public Part {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a part");
    }
  }

  public static Part of(String kind, long id) {
    return new Part(kind + ":" + id);
  }

  static Part table(String name) {
    return new Part(name);
  }
}
