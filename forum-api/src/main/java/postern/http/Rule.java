package postern.http;

import java.time.Duration;

/** A named limit: at most so many in each window of time, for each subject. */
public record Rule(String name, int most, Duration window) {
  public Rule {
    if (!name.matches("[a-z-]{1,40}") || most < 1 || window.toSeconds() < 1) {
      throw new IllegalArgumentException("a rule has a name, a number and a window");
    }
  }
}
