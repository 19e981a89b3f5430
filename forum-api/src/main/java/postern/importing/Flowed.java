package postern.importing;

import java.util.ArrayList;

/** Puts the lines of a flowed text together again (RFC 3676 section 4). */
final class Flowed {
  private static final String SIGNATURE = "-- ";

  private Flowed() {}

  /**
   * @param text its stuffed spaces taken away already
   * @param delSp true when the space at a soft line end was the sender's program's
   */
  static String joined(String text, boolean delSp) {
    var lines = new ArrayList<String>();
    boolean open = false;
    for (var line : text.split("\n", -1)) {
      int depth = depth(line);
      boolean goesOn = open && depth == depth(lines.getLast()) && !line.equals(SIGNATURE);
      if (goesOn) {
        var before = lines.removeLast();
        lines.add((delSp ? before.substring(0, before.length() - 1) : before) + words(line, depth));
      } else {
        lines.add(line);
      }
      open = line.endsWith(" ") && !line.equals(SIGNATURE) && !line.isBlank();
    }
    return String.join("\n", lines);
  }

  private static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') {
      depth++;
    }
    return depth;
  }

  private static String words(String line, int depth) {
    var words = line.substring(depth);
    return depth > 0 && words.startsWith(" ") ? words.substring(1) : words;
  }
}
