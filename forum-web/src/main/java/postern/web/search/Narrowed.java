package postern.web.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import postern.search.Asked;

/**
 * What a search's address says: the words, and what narrows them. Anything unknown in it is the
 * usual.
 *
 * @param board the slug of the only board to look on; empty for all
 */
record Narrowed(String q, Asked.Order order, Time time, String board) {
  /** How old a post may be. */
  enum Time {
    ANY("Any time", Optional.empty()),
    WEEK("Past week", Optional.of(Duration.ofDays(7))),
    MONTH("Past month", Optional.of(Duration.ofDays(30))),
    YEAR("Past year", Optional.of(Duration.ofDays(365)));

    final String text;
    final Optional<Duration> span;

    Time(String text, Optional<Duration> span) {
      this.text = text;
      this.span = span;
    }

    private static Time of(String word) {
      for (var time : values()) {
        if (time.name().equalsIgnoreCase(word)) {
          return time;
        }
      }
      return ANY;
    }
  }

  static Narrowed of(String q, String order, String time, String board) {
    return new Narrowed(
        q == null ? "" : q,
        "newest".equals(order) ? Asked.Order.NEWEST : Asked.Order.BEST,
        Time.of(time),
        board == null ? "" : board);
  }

  boolean tooLong() {
    return q.length() > Asked.LONGEST;
  }

  boolean beyondWords() {
    return time != Time.ANY || !board.isEmpty();
  }

  Asked asked(Instant now) {
    return Asked.read(q)
        .in(order)
        .from(time.span.map(now::minus))
        .on(Optional.of(board).filter(slug -> !slug.isEmpty()));
  }

  Narrowed in(Asked.Order other) {
    return new Narrowed(q, other, time, board);
  }

  Narrowed within(Time other) {
    return new Narrowed(q, order, other, board);
  }

  Narrowed on(String other) {
    return new Narrowed(q, order, time, other);
  }

  String href() {
    var href = new StringBuilder("/search?q=").append(encoded(q));
    if (order == Asked.Order.NEWEST) {
      href.append("&order=newest");
    }
    if (time != Time.ANY) {
      href.append("&time=").append(time.name().toLowerCase(java.util.Locale.ROOT));
    }
    if (!board.isEmpty()) {
      href.append("&board=").append(encoded(board));
    }
    return href.toString();
  }

  String after(String cursor) {
    return href() + "&after=" + cursor;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
