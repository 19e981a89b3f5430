package postern.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A moment as a page tells it.
 *
 * @param iso for the markup, RFC 3339 in UTC
 * @param full the whole date and time, in UTC
 * @param ago how long before or after now, or the date when that says more
 * @param dated true when {@code ago} is the date because nobody knows when the page will be read; a
 *     script makes it "3 hours ago"
 */
public record When(String iso, String full, String ago, boolean dated) {
  private static final DateTimeFormatter FULL = format("d MMMM uuuu 'at' HH:mm 'UTC'");
  private static final DateTimeFormatter DATE = format("d MMMM uuuu");
  private static final Duration RECENT = Duration.ofDays(30);

  public static When of(Instant at, Instant now) {
    var distance = Duration.between(at, now);
    var span = distance.abs();
    var seconds = at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    return new When(
        seconds.toString(),
        FULL.format(at),
        span.compareTo(RECENT) > 0 ? DATE.format(at) : words(distance),
        false);
  }

  /** For a page that may be kept for long: it says nothing that changes by itself. */
  public static When dated(Instant at) {
    var seconds = at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    return new When(seconds.toString(), FULL.format(at), DATE.format(at), true);
  }

  /** The date alone. */
  public String date() {
    return full.substring(0, full.indexOf(" at "));
  }

  private static String words(Duration distance) {
    var span = distance.abs();
    if (span.toMinutes() == 0) {
      return distance.isNegative() ? "in a moment" : "just now";
    }
    var text =
        span.toDays() > 0
            ? counted(span.toDays(), "day")
            : span.toHours() > 0
                ? counted(span.toHours(), "hour")
                : counted(span.toMinutes(), "minute");
    return distance.isNegative() ? "in " + text : text + " ago";
  }

  private static String counted(long number, String unit) {
    return number == 1 ? "1 " + unit : number + " " + unit + "s";
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
