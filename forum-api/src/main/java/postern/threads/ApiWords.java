package postern.threads;

import java.util.Locale;

/** How the JSON API writes our own words: lower case, with hyphens. */
final class ApiWords {
  private ApiWords() {}

  static String of(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
