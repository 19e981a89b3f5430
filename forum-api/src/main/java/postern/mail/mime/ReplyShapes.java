package postern.mail.mime;

import java.util.Arrays;
import java.util.List;

/** What each line of a body looks like, seen together with its neighbours. */
final class ReplyShapes {
  private static final int LONG_TEXT = 12;

  private final List<String> lines;
  private final ReplyLine[] shapes;

  private ReplyShapes(List<String> lines) {
    this.lines = lines;
    this.shapes = new ReplyLine[lines.size()];
  }

  static ReplyLine[] of(List<String> lines) {
    return new ReplyShapes(lines).look();
  }

  private ReplyLine[] look() {
    boolean code = false;
    for (int i = 0; i < shapes.length; i++) {
      boolean fence = lines.get(i).strip().startsWith("```");
      shapes[i] = code || fence ? ReplyLine.TEXT : ReplyLine.of(lines.get(i));
      code ^= fence;
    }
    for (int i = 0; i < shapes.length; i++) {
      i = attribution(i);
    }
    for (int i = 0; i < shapes.length; i++) {
      if (shapes[i] == ReplyLine.DELIMITER && !isDelimiter(i)) {
        shapes[i] = ReplyLine.TEXT;
      }
    }
    headers();
    return shapes;
  }

  // Programs break "On … wrote:" over up to six lines.
  private int attribution(int from) {
    if (shapes[from] != ReplyLine.TEXT && shapes[from] != ReplyLine.QUOTE) {
      return from;
    }
    for (int to = from; to < Math.min(from + 6, lines.size()); to++) {
      if (shapes[to] == ReplyLine.DELIMITER
          || to > from && shapes[from] == ReplyLine.QUOTE && shapes[to] != ReplyLine.QUOTE) {
        return from;
      }
      if (ReplyLine.isAttribution(joined(from, to))) {
        Arrays.fill(shapes, attributionStart(from, to), to + 1, ReplyLine.ATTRIBUTION);
        return to;
      }
      if (to == from && !mayBeginAttribution(lines.get(from))) {
        return from;
      }
    }
    return from;
  }

  // The nearest line above that opens one, or else the nearest from which the words make sense.
  private int attributionStart(int from, int to) {
    int nearest = from;
    for (int start = to; start > from; start--) {
      if (ReplyLine.isAttribution(joined(start, to))) {
        if (ReplyLine.opensAttribution(lines.get(start))) {
          return start;
        }
        nearest = Math.max(nearest, start);
      }
    }
    return ReplyLine.opensAttribution(lines.get(from)) ? from : nearest;
  }

  private String joined(int from, int to) {
    var joined = new StringBuilder();
    for (int i = from; i <= to; i++) {
      joined.append(' ').append(lines.get(i).strip());
    }
    return joined.toString().strip();
  }

  private static boolean mayBeginAttribution(String line) {
    return line.length() < 200
        && (line.chars().anyMatch(Character::isDigit) || line.indexOf('<') >= 0);
  }

  // The underline of a heading, or a rule with a long text behind it, ends nothing.
  private boolean isDelimiter(int at) {
    var line = lines.get(at).strip();
    if (line.equals("--")) {
      return true;
    }
    boolean underline = line.matches("-{3,}|={3,}") && at > 0 && shapes[at - 1] == ReplyLine.TEXT;
    int text = 0;
    for (int i = at + 1; i < shapes.length && text <= LONG_TEXT; i++) {
      if (shapes[i] == ReplyLine.HEADER || shapes[i] == ReplyLine.ATTRIBUTION) {
        return true;
      }
      text += shapes[i] == ReplyLine.TEXT ? 1 : 0;
    }
    return !underline && text <= LONG_TEXT;
  }

  // Three header lines in a row, some of them broken in two, are the head of a quoted message;
  // fewer are words.
  private void headers() {
    for (int i = 0; i < shapes.length; i++) {
      if (shapes[i] != ReplyLine.HEADER) {
        continue;
      }
      int end = i;
      int count = 0;
      for (int at = i; at < shapes.length && at <= end + 2 && shapes[at] != ReplyLine.EMPTY; at++) {
        if (shapes[at] == ReplyLine.HEADER) {
          count++;
          end = at;
        }
      }
      boolean block = count >= 3 || count == 2 && i > 0 && shapes[i - 1] == ReplyLine.ATTRIBUTION;
      Arrays.fill(shapes, i, end + 1, block ? ReplyLine.HEADER : ReplyLine.TEXT);
      i = end;
    }
  }
}
