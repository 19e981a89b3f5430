package postern.mail.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates of RFC 5322 section 3.3 and the obsolete forms of section 4.3, with what old programs made
 * of them.
 */
public final class MailDate {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{1,2})[ -]+([A-Za-z]{3})[a-z]*[ -]+(\\d{2,4}),?["
              + " ]+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?[ ]*([+-]\\d{4}|[A-Z]{1,5})?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> ZONES =
      Map.of(
          "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7,
          "CET", 1, "CEST", 2);

  private MailDate() {}

  /** Empty when nothing can be made of it. */
  public static Optional<Instant> parse(String header) {
    var found = SHAPE.matcher(header.replaceAll("\\s+", " "));
    if (!found.find()) {
      return Optional.empty();
    }
    int month = MONTHS.indexOf(found.group(2).toLowerCase(Locale.ROOT)) + 1;
    int year = Integer.parseInt(found.group(3));
    int second = found.group(6) == null ? 0 : Math.min(59, Integer.parseInt(found.group(6)));
    try {
      return Optional.of(
          LocalDateTime.of(
                  fullYear(year, found.group(3).length()),
                  month,
                  Integer.parseInt(found.group(1)),
                  Integer.parseInt(found.group(4)),
                  Integer.parseInt(found.group(5)),
                  second)
              .toInstant(offset(found.group(7))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  // RFC 5322 section 4.3: two digits from 50 on mean the last century, three digits count from
  // 1900.
  private static int fullYear(int year, int digits) {
    if (digits == 4) {
      return year;
    }
    return digits == 3 || year >= 50 ? 1900 + year : 2000 + year;
  }

  private static ZoneOffset offset(String zone) {
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    if (zone.startsWith("+") || zone.startsWith("-")) {
      int sign = zone.startsWith("-") ? -1 : 1;
      return ZoneOffset.ofHoursMinutes(
          sign * Integer.parseInt(zone.substring(1, 3)),
          sign * Integer.parseInt(zone.substring(3)));
    }
    return ZoneOffset.ofHours(ZONES.getOrDefault(zone, 0));
  }
}
