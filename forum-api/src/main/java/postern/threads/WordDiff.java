package postern.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What changed between two versions of a post, in words. The shortest way from one to the other (E.
 * Myers, "An O(ND) difference algorithm", 1986) where that is near; by whole lines where many words
 * changed, and as one exchange of everything where even that is far. So its cost is bounded
 * whatever the two texts are.
 */
public final class WordDiff {
  /** So many words, or lines, may differ before the next coarser way is taken. */
  private static final int MOST_CHANGES = 600;

  // A word, a line's end, a stretch of spaces, or one other sign.
  private static final Pattern WORDS =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}_'’]+|\\R|\\h+|.", Pattern.DOTALL);
  private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");

  private WordDiff() {}

  public enum Kind {
    SAME,
    ADDED,
    REMOVED
  }

  /**
   * A stretch of text. The same and the added ones in order are the new text; the same and the
   * removed, the old.
   */
  public record Segment(Kind kind, String text) {}

  public static List<Segment> between(String before, String after) {
    return shortest(WORDS, before, after)
        .or(() -> shortest(LINES, before, after))
        .orElseGet(() -> exchange(before, after));
  }

  private static Optional<List<Segment>> shortest(Pattern unit, String before, String after) {
    var old = units(unit, before);
    var now = units(unit, after);
    int start = 0;
    while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < old.size() - start
        && end < now.size() - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    var trace = trace(old.subList(start, old.size() - end), now.subList(start, now.size() - end));
    if (trace.isEmpty()) {
      return Optional.empty();
    }
    var segments = new Segments();
    old.subList(0, start).forEach(word -> segments.add(Kind.SAME, word));
    walk(trace.get(), old.subList(start, old.size() - end), now.subList(start, now.size() - end))
        .forEach(step -> segments.add(step.kind(), step.text()));
    old.subList(old.size() - end, old.size()).forEach(word -> segments.add(Kind.SAME, word));
    return Optional.of(segments.all());
  }

  private static List<String> units(Pattern unit, String text) {
    return unit.matcher(text).results().map(found -> found.group()).toList();
  }

  /**
   * The furthest places reached with 0, 1, 2, ... changes; empty when more than the most would be
   * needed.
   */
  private static Optional<List<int[]>> trace(List<String> old, List<String> now) {
    var trace = new ArrayList<int[]>();
    for (int changes = 0; changes <= MOST_CHANGES; changes++) {
      var last = changes == 0 ? null : trace.get(changes - 1);
      var furthest = new int[changes + 1];
      trace.add(furthest);
      for (int i = 0; i <= changes; i++) {
        int diagonal = 2 * i - changes;
        int x = changes == 0 ? 0 : down(last, i, changes) ? last[i] : last[i - 1] + 1;
        int y = x - diagonal;
        while (x < old.size() && y < now.size() && old.get(x).equals(now.get(y))) {
          x++;
          y++;
        }
        furthest[i] = x;
        if (x >= old.size() && y >= now.size()) {
          return Optional.of(trace);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the step to the i-th diagonal comes from the one above it (a word added), not from the
   * one below.
   */
  private static boolean down(int[] last, int i, int changes) {
    return i == 0 || (i != changes && last[i - 1] < last[i]);
  }

  private static List<Segment> walk(List<int[]> trace, List<String> old, List<String> now) {
    var steps = new ArrayList<Segment>();
    int x = old.size();
    int y = now.size();
    for (int changes = trace.size() - 1; changes > 0; changes--) {
      var last = trace.get(changes - 1);
      int i = (x - y + changes) / 2;
      boolean added = down(last, i, changes);
      int stepEnd = added ? last[i] : last[i - 1] + 1;
      while (x > stepEnd) {
        steps.add(new Segment(Kind.SAME, old.get(--x)));
        y--;
      }
      steps.add(
          added ? new Segment(Kind.ADDED, now.get(--y)) : new Segment(Kind.REMOVED, old.get(--x)));
    }
    while (x > 0) {
      steps.add(new Segment(Kind.SAME, old.get(--x)));
    }
    return steps.reversed();
  }

  private static List<Segment> exchange(String before, String after) {
    var segments = new Segments();
    segments.add(Kind.REMOVED, before);
    segments.add(Kind.ADDED, after);
    return segments.all();
  }

  /** Joins neighbours of one kind. */
  private static final class Segments {
    private final List<Segment> all = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Kind kind = Kind.SAME;

    void add(Kind next, String more) {
      if (next != kind) {
        close();
        kind = next;
      }
      text.append(more);
    }

    List<Segment> all() {
      close();
      return List.copyOf(all);
    }

    private void close() {
      if (!text.isEmpty()) {
        all.add(new Segment(kind, text.toString()));
        text.setLength(0);
      }
    }
  }
}
