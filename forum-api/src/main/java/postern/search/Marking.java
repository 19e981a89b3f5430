package postern.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import postern.search.Asked.Part;
import postern.threads.SafeHtml;

/** Shows where in a text what was looked for stands. */
final class Marking {
  private static final int EXCERPT = 260;
  private static final int BEFORE = 60;

  /** What is read of a very long post; the rest is found, but not marked. */
  private static final int LONGEST = 60_000;

  private final List<Part> parts;

  Marking(List<Part> parts) {
    this.parts = parts.stream().filter(part -> !part.without()).toList();
  }

  private record Match(int part, int start, int end) {}

  /** The whole text, marked. */
  SafeHtml whole(String text) {
    return marked(text, matches(text), 0, text.length());
  }

  /** The stretch of a text in which most of it stands. */
  SafeHtml excerpt(String full) {
    var text = full.substring(0, Math.min(full.length(), LONGEST)).replaceAll("\\s+", " ").strip();
    var matches = matches(text);
    int from = from(text, best(matches));
    int to = to(text, from);
    return marked(text, matches, from, to);
  }

  // Where the most different parts stand close together.
  private static int best(List<Match> matches) {
    int best = 0;
    int most = 0;
    for (int i = 0; i < matches.size(); i++) {
      var near = new HashSet<Integer>();
      int from = matches.get(i).start();
      for (int j = i; j < matches.size() && matches.get(j).end() < from + EXCERPT - BEFORE; j++) {
        near.add(matches.get(j).part());
      }
      if (near.size() > most) {
        most = near.size();
        best = from;
      }
    }
    return best;
  }

  private static int from(String text, int match) {
    if (match <= BEFORE) {
      return 0;
    }
    int from = match - BEFORE;
    int space = text.indexOf(' ', from);
    if (space >= 0 && space < match) {
      return space + 1;
    }
    return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
  }

  private static int to(String text, int from) {
    if (text.length() - from <= EXCERPT) {
      return text.length();
    }
    int to = from + EXCERPT;
    int space = text.lastIndexOf(' ', to);
    if (space > from + EXCERPT * 2 / 3) {
      return space;
    }
    return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
  }

  private static SafeHtml marked(String text, List<Match> matches, int from, int to) {
    var stretches = new ArrayList<SafeHtml.Stretch>();
    int done = 0;
    for (var match : matches) {
      int start = Math.max(match.start() - from, done);
      int end = Math.min(match.end(), to) - from;
      if (start < end) {
        stretches.add(new SafeHtml.Stretch(start, end));
        done = end;
      }
    }
    var cut = text.substring(from, to);
    return SafeHtml.marked((from > 0 ? "… " : ""), cut, stretches, to < text.length() ? " …" : "");
  }

  private List<Match> matches(String text) {
    var places = new ArrayList<List<Word>>();
    for (var word : Words.toKeep(text)) {
      if (word.step() > 0) {
        places.add(new ArrayList<>(2));
      }
      places.getLast().add(word);
    }
    var matches = new ArrayList<Match>();
    for (int place = 0; place < places.size(); place++) {
      for (int part = 0; part < parts.size(); part++) {
        int end = end(places, place, parts.get(part));
        if (end >= 0) {
          matches.add(new Match(part, places.get(place).getFirst().start(), end));
        }
      }
    }
    return matches;
  }

  /** Where a part that begins at this place ends; negative when it does not stand there. */
  private static int end(List<List<Word>> places, int place, Part part) {
    var words = part.words();
    if (place + words.size() > places.size()) {
      return -1;
    }
    int end = -1;
    for (int i = 0; i < words.size(); i++) {
      end = end(places.get(place + i), words.get(i), !part.exact() && words.size() == 1);
      if (end < 0) {
        return -1;
      }
    }
    return end;
  }

  private static int end(List<Word> readings, String wanted, boolean longer) {
    for (var reading : readings) {
      if (reading.text().equals(wanted) || longer && Matching.beginsWith(reading.text(), wanted)) {
        return reading.end();
      }
    }
    return -1;
  }
}
