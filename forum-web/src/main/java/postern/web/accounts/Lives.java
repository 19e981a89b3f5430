package postern.web.accounts;

import io.dropwizard.util.Duration;

/** How long a link holds, in words. */
final class Lives {
  private Lives() {}

  static String words(Duration life) {
    long minutes = life.toMinutes();
    if (minutes % (24 * 60) == 0) {
      return counted(minutes / (24 * 60), "day");
    }
    return minutes % 60 == 0 ? counted(minutes / 60, "hour") : counted(minutes, "minute");
  }

  private static String counted(long number, String unit) {
    return number == 1 ? "one " + unit : number + " " + unit + "s";
  }
}
