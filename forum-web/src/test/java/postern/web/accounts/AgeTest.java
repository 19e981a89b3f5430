package postern.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"2013-10, true", "2013-11, false", "2013-12, false", "1950-01, true"})
  void nobodyIsOfAgeBeforeTheMonthOfTheirBirthdayIsOver(YearMonth born, boolean enough) {
    assertThat(Age.enough(born, NOW)).isEqualTo(enough);
  }

  @Test
  void readsWhatCanBeABirthday() {
    assertThat(Age.born("3", " 1980 ", NOW)).contains(YearMonth.of(1980, 3));
    assertThat(Age.born("11", "2026", NOW)).contains(YearMonth.of(2026, 11));
  }

  @ParameterizedTest
  @CsvSource({"0, 1980", "13, 1980", "'', 1980", "3, 80", "3, x", "12, 2026", "1, 1890"})
  void refusesWhatCannotBeOne(String month, String year) {
    assertThat(Age.born(month, year, NOW)).isEmpty();
  }

  @Test
  void theCookieOfWhoIsTooYoungHoldsNothingOfThem() {
    var cookie = Age.closing(true);
    assertThat(cookie.getValue()).isEqualTo("yes");
    assertThat(cookie.getMaxAge()).isEqualTo(86_400);
    assertThat(cookie.getPath()).isEqualTo("/sign-up");
  }
}
