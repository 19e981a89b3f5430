package postern.threads;

/**
 * An upper bound of the cells that a text's tables can have, found without parsing. A table's short
 * rows are filled up to the width of its head, so that {@code n} characters can make {@code n * n /
 * 16} cells; this is checked first.
 */
final class TableCells {
  private TableCells() {}

  static long upTo(String markdown) {
    long lines = 1;
    long widest = 0;
    long width = 1;
    boolean delimiters = true;
    for (int i = 0; i < markdown.length(); i++) {
      char c = markdown.charAt(i);
      if (c == '\n' || c == '\r') {
        widest = Math.max(widest, delimiters ? width : 0);
        lines++;
        width = 1;
        delimiters = true;
      } else if (c == '|') {
        width++;
      } else if (!mayStandInDelimiterRow(c)) {
        delimiters = false;
      }
    }
    // One column has no more cells than the text has lines.
    widest = Math.max(widest, delimiters ? width : 0);
    return widest < 2 ? 0 : widest * lines;
  }

  /** Also what may stand before the row when the table is in a quote or a list. */
  private static boolean mayStandInDelimiterRow(char c) {
    return switch (c) {
      case '-', ':', ' ', '\t', '\f', '\u000b', '>', '*', '+', '.', ')' -> true;
      default -> c >= '0' && c <= '9';
    };
  }
}
