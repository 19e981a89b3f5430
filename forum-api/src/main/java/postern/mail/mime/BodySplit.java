package postern.mail.mime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plain text body, split into its author's words, what is quoted, and the signature. Nothing is
 * lost: the segments joined by line ends are the body. The order of decisions follows
 * email_reply_trimmer (MIT); unlike it, words below a quotation stay words, since to lose an answer
 * is worse than to keep a line too much.
 */
public final class BodySplit {
  public enum Kind {
    WORDS,
    QUOTATION,
    SIGNATURE
  }

  /** Neighbouring lines of one kind. */
  public record Segment(Kind kind, String text) {
    @Override
    public String toString() {
      return "Segment[" + kind + "]";
    }
  }

  private final List<String> lines;
  private final ReplyLine[] shapes;
  private final Kind[] kinds;
  private final boolean[] inReply;

  private BodySplit(List<String> lines) {
    this.lines = lines;
    this.shapes = ReplyShapes.of(lines);
    this.kinds = new Kind[lines.size()];
    this.inReply = new boolean[lines.size()];
    Arrays.fill(kinds, Kind.WORDS);
    Arrays.fill(inReply, true);
  }

  public static BodySplit of(String body) {
    return ofLines(List.of(body.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)));
  }

  /** For lines that somebody else keeps track of. */
  public static BodySplit ofLines(List<String> lines) {
    var split = new BodySplit(List.copyOf(lines));
    split.decide();
    return split;
  }

  /** In the order of the body. */
  public List<Segment> segments() {
    var segments = new ArrayList<Segment>();
    int start = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || kinds[i] != kinds[start]) {
        segments.add(new Segment(kinds[start], String.join("\n", lines.subList(start, i))));
        start = i;
      }
    }
    return List.copyOf(segments);
  }

  public Kind kindOfLine(int line) {
    return kinds[line];
  }

  /**
   * What a reply says: the author's words, with quotations that stand between them, without those
   * above and below, without the lines that announce them, and without the signature. A body that
   * is all quotation is its own reply.
   */
  public String reply() {
    int last = lastInReply();
    var kept = new ArrayList<String>();
    for (int i = 0; i <= last; i++) {
      if (inReply[i]) {
        kept.add(lines.get(i));
      }
    }
    while (!kept.isEmpty() && kept.getFirst().isBlank()) {
      kept.removeFirst();
    }
    return String.join("\n", kept).stripTrailing();
  }

  private int lastInReply() {
    boolean words = false;
    boolean announced = false;
    for (int i = 0; i < shapes.length; i++) {
      words |= inReply[i] && shapes[i] == ReplyLine.TEXT;
      announced |= shapes[i] == ReplyLine.ATTRIBUTION;
    }
    int last = lines.size() - 1;
    while (last >= 0
        && (!inReply[last]
            || shapes[last] == ReplyLine.EMPTY
            || words && shapes[last] == ReplyLine.QUOTE)) {
      last--;
    }
    return words || !announced ? last : -1;
  }

  private void decide() {
    int end = cutAtDelimiter();
    signatures(end);
    int reply = replyBelow(end);
    if (reply >= 0) {
      drop(0, reply, Kind.QUOTATION);
    } else {
      end = cutAtQuotation(end);
    }
    for (int i = 0; i < end; i++) {
      if (shapes[i] == ReplyLine.ATTRIBUTION) {
        drop(i, i + 1, Kind.QUOTATION);
      } else if (shapes[i] == ReplyLine.QUOTE) {
        kinds[i] = Kind.QUOTATION;
      }
    }
    for (int i = 1; i < end; i++) {
      if (shapes[i] == ReplyLine.EMPTY && kinds[i] == Kind.WORDS) {
        kinds[i] = kinds[i - 1];
      }
    }
  }

  private int cutAtDelimiter() {
    for (int i = 0; i < shapes.length; i++) {
      if (shapes[i] == ReplyLine.DELIMITER) {
        drop(i, shapes.length, Kind.SIGNATURE);
        int quoted = i;
        while (quoted < shapes.length
            && !opensQuotation(shapes[quoted])
            && shapes[quoted] != ReplyLine.QUOTE) {
          quoted++;
        }
        Arrays.fill(kinds, quoted, shapes.length, Kind.QUOTATION);
        return i;
      }
    }
    return shapes.length;
  }

  // "Sent from my phone" is a signature where no words follow it; elsewhere it is a sentence.
  private void signatures(int end) {
    boolean wordsBelow = false;
    for (int i = end - 1; i >= 0; i--) {
      switch (shapes[i]) {
        case TEXT -> wordsBelow = true;
        case ATTRIBUTION, HEADER -> wordsBelow = false;
        case SIGNATURE -> {
          if (wordsBelow) {
            shapes[i] = ReplyLine.TEXT;
          } else {
            drop(i, i + 1, Kind.SIGNATURE);
          }
        }
        case EMPTY, QUOTE, DELIMITER -> {}
      }
    }
  }

  /** Where the words begin when all that is quoted stands above them; -1 when it does not. */
  private int replyBelow(int end) {
    int first = 0;
    boolean announced = false;
    while (first < end && shapes[first] != ReplyLine.TEXT) {
      announced |= shapes[first] == ReplyLine.ATTRIBUTION;
      first++;
    }
    if (!announced || first == end || shapes[first - 1] == ReplyLine.ATTRIBUTION) {
      return -1;
    }
    for (int i = first; i < end; i++) {
      if (shapes[i] != ReplyLine.TEXT
          && shapes[i] != ReplyLine.EMPTY
          && shapes[i] != ReplyLine.SIGNATURE) {
        return -1;
      }
    }
    return first;
  }

  // Below words: a quoted head, or an attribution with no quote mark behind it, means that all the
  // rest is quoted.
  private int cutAtQuotation(int end) {
    int lastQuote = end - 1;
    while (lastQuote >= 0 && shapes[lastQuote] != ReplyLine.QUOTE) {
      lastQuote--;
    }
    boolean words = false;
    for (int i = 0; i < end; i++) {
      words |= shapes[i] == ReplyLine.TEXT;
      if (words && opensQuotation(shapes[i]) && (shapes[i] == ReplyLine.HEADER || i > lastQuote)) {
        drop(i, shapes.length, Kind.QUOTATION);
        return i;
      }
    }
    return end;
  }

  private static boolean opensQuotation(ReplyLine shape) {
    return shape == ReplyLine.HEADER || shape == ReplyLine.ATTRIBUTION;
  }

  private void drop(int from, int to, Kind kind) {
    Arrays.fill(kinds, from, to, kind);
    Arrays.fill(inReply, from, to, false);
  }
}
