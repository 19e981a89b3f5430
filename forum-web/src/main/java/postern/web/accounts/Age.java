package postern.web.accounts;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The neutral question for age. Who is too young leaves nothing here; a cookie in their own browser
 * keeps the form closed for a day, so that another answer is not simply tried.
 */
final class Age {
  static final int LEAST = 13;

  private static final String COOKIE = "sign-up-closed";
  private static final Duration CLOSED = Duration.ofDays(1);
  private static final int OLDEST = 120;

  private Age() {}

  /** When somebody was born; empty when the two cannot be read or cannot be. */
  static Optional<YearMonth> born(String month, String year, Instant now) {
    if (!month.matches("[1-9]|1[0-2]") || !year.strip().matches("[0-9]{4}")) {
      return Optional.empty();
    }
    var born = YearMonth.of(Integer.parseInt(year.strip()), Integer.parseInt(month));
    var today = YearMonth.from(now.atZone(ZoneOffset.UTC));
    return born.isAfter(today) || born.getYear() < Year.from(today).getValue() - OLDEST
        ? Optional.empty()
        : Optional.of(born);
  }

  /** The day is not asked, so in the month of the birthday nobody is of age yet. */
  static boolean enough(YearMonth born, Instant now) {
    return born.plusYears(LEAST).isBefore(YearMonth.from(now.atZone(ZoneOffset.UTC)));
  }

  static boolean closed(ContainerRequestContext request) {
    return request.getCookies().containsKey(COOKIE);
  }

  static NewCookie closing(boolean secure) {
    return new NewCookie.Builder(COOKIE)
        .value("yes")
        .path("/sign-up")
        .maxAge((int) CLOSED.toSeconds())
        .secure(secure)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
