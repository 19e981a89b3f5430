package postern.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that begins a message in an mbox file (RFC 4155 appendix A, and what programs really
 * wrote): {@code From}, a sender that nobody needs, and the date in the form of C's asctime.
 */
final class FromLine {
  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\s(?:mon|tue|wed|thu|fri|sat|sun),?\\s+(?<month>[a-z]{3})\\s+(?<day>\\d{1,2})\\s+"
              + "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?"
              + "(?:\\s+(?<zone>[+-]\\d{4}|[a-z]{1,5}))?\\s+(?<year>\\d{4})(?:\\s+(?<after>[+-]\\d{4}))?\\s*$");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private FromLine() {}

  /** True for a line that begins a message; the empty line before it is the caller's to check. */
  static boolean is(String line) {
    return line.startsWith("From ") && DATE.matcher(line).find();
  }

  static Optional<Instant> date(String line) {
    var found = DATE.matcher(line);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(
                  number(found, "year"),
                  MONTHS.indexOf(found.group("month").toLowerCase(Locale.ROOT)) + 1,
                  number(found, "day"),
                  number(found, "hour"),
                  number(found, "minute"),
                  found.group("second") == null ? 0 : Math.min(59, number(found, "second")))
              .toInstant(offset(found)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static int number(Matcher found, String group) {
    return Integer.parseInt(found.group(group));
  }

  // Named zones are too ambiguous to be believed; without a number it is UTC, as RFC 4155 asks.
  private static ZoneOffset offset(Matcher found) {
    var zone = found.group("after") == null ? found.group("zone") : found.group("after");
    return zone != null && zone.matches("[+-]\\d{4}") ? ZoneOffset.of(zone) : ZoneOffset.UTC;
  }
}
