package postern.moderation;

import java.util.Locale;
import java.util.Optional;
import postern.http.Problem;

/** How the JSON API writes our own words: lower case, with hyphens. */
final class ApiWords {
  private ApiWords() {}

  static String of(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value that a call named; 422 for a word that is none of them. */
  static <E extends Enum<E>> E read(E[] all, String word, String field) {
    for (var value : all) {
      if (of(value).equals(word)) {
        return value;
      }
    }
    var words = new StringBuilder();
    for (var value : all) {
      words.append(words.isEmpty() ? "" : ", ").append(of(value));
    }
    throw Problem.of(422, "bad-choice", "The field '" + field + "' is one of: " + words + ".")
        .with("field", field)
        .thrown();
  }

  static <T> T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
