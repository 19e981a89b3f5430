package postern.bench;

import java.util.Locale;

/** Prints what was measured, a line each, as docs/performance.md holds it. */
final class Table {
  private Table() {}

  static void head(String title) {
    System.out.printf("%n### %s%n%n| what | measured | aim |%n| --- | --- | --- |%n", title);
  }

  static void row(String what, String measured, String aim) {
    System.out.printf("| %s | %s | %s |%n", what, measured, aim);
  }

  static void load(String what, Load load) {
    row(
        what,
        "%,.0f a second, half in %.1f ms, 99 %% in %.1f ms"
            .formatted(load.perSecond(), load.median(), load.slow()),
        "");
  }

  static String ratio(double value) {
    return String.format(Locale.ENGLISH, "%.2f", value);
  }
}
