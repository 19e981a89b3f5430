package postern.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody looks for. Every text can be read as one; what has no meaning is a word like any
 * other.
 *
 * @param parts what must be there, and what must not
 * @param author the username of who wrote it
 * @param board the id or the slug of the board it stands on
 * @param from the first moment it may be from, inclusive
 * @param until the moment it must be from before, exclusive
 */
public record Asked(
    List<Part> parts,
    Optional<String> author,
    Optional<String> board,
    Optional<Instant> from,
    Optional<Instant> until,
    Order order) {
  /** The longest text that is read, in UTF-16 units. */
  public static final int LONGEST = 400;

  // Minus, then a name, then a quoted or a plain stretch.
  private static final Pattern PART =
      Pattern.compile(
          "(?<minus>-)?(?:(?<field>(?i:author|board|before|after)):)?"
              + "(?:[\"“”„](?<quoted>[^\"“”„]*)(?:[\"“”„]|$)|(?<plain>[^\\s\"“”„]+))",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** In which order what was found comes. */
  public enum Order {
    BEST,
    NEWEST
  }

  /**
   * Words that stand in a row.
   *
   * @param exact false when a longer word that begins so will do
   * @param without true when it must not be there
   */
  public record Part(List<String> words, boolean exact, boolean without) {
    public Part {
      words = List.copyOf(words);
    }
  }

  public Asked {
    parts = List.copyOf(parts);
  }

  /**
   * Reads what was typed: words that must all be there, {@code "words in a row"}, {@code -word},
   * {@code author:name}, {@code board:slug}, {@code after:2026-03-01}, {@code before:2026-04-01}.
   *
   * @throws IllegalArgumentException when it is longer than {@link #LONGEST}
   */
  public static Asked read(String typed) {
    if (typed.length() > LONGEST) {
      throw new IllegalArgumentException("too long to look for");
    }
    var reading = new Reading();
    PART.matcher(typed).results().forEach(reading::take);
    return reading.asked();
  }

  /** A day as it is typed: 2026-03-01, in UTC. */
  public static Optional<Instant> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant())
          .filter(at -> at.isAfter(Instant.parse("1900-01-01T00:00:00Z")))
          .filter(at -> at.isBefore(Instant.parse("3000-01-01T00:00:00Z")));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** True when there is nothing to look for. */
  public boolean empty() {
    return parts.stream().allMatch(Part::without)
        && author.isEmpty()
        && board.isEmpty()
        && from.isEmpty()
        && until.isEmpty();
  }

  /** True when words are looked for, so that some fit better than others. */
  public boolean hasWords() {
    return parts.stream().anyMatch(part -> !part.without());
  }

  public Asked by(Optional<String> name) {
    return new Asked(parts, name.or(() -> author), board, from, until, order);
  }

  public Asked on(Optional<String> idOrSlug) {
    return new Asked(parts, author, idOrSlug.or(() -> board), from, until, order);
  }

  public Asked from(Optional<Instant> first) {
    return new Asked(parts, author, board, first.or(() -> from), until, order);
  }

  public Asked until(Optional<Instant> end) {
    return new Asked(parts, author, board, from, end.or(() -> until), order);
  }

  public Asked in(Order wanted) {
    return new Asked(parts, author, board, from, until, wanted);
  }

  private static final class Reading {
    private final List<Part> parts = new ArrayList<>();
    private Optional<String> author = Optional.empty();
    private Optional<String> board = Optional.empty();
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> until = Optional.empty();

    void take(java.util.regex.MatchResult found) {
      var quoted = found.group("quoted");
      var text = quoted == null ? found.group("plain") : quoted;
      boolean without = found.group("minus") != null;
      if (found.group("field") == null || without || !named(found.group("field"), text)) {
        var words =
            Words.toFind(found.group("field") == null ? text : found.group().replace('-', ' '));
        if (!words.isEmpty()) {
          parts.add(new Part(words.stream().map(Word::text).toList(), quoted != null, without));
        }
      }
    }

    private boolean named(String field, String value) {
      switch (field.toLowerCase(Locale.ROOT)) {
        case "author" -> author = Optional.of(value.startsWith("@") ? value.substring(1) : value);
        case "board" -> board = Optional.of(value);
        case "after" -> {
          var day = day(value);
          from = day.or(() -> from);
          return day.isPresent();
        }
        case "before" -> {
          var day = day(value);
          until = day.or(() -> until);
          return day.isPresent();
        }
        default -> throw new IllegalStateException("the pattern names no other field");
      }
      return true;
    }

    Asked asked() {
      return new Asked(parts, author, board, from, until, Order.BEST);
    }
  }
}
