package postern.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * Words that Arabic and Hebrew write together with the small word before them: the article, "and",
 * "in", "to". Who looks for the word alone finds it there too.
 */
final class Prefixes {
  private static final int SHORTEST_REST = 3;
  private static final List<String> ARABIC = List.of("وال", "بال", "كال", "فال", "لل", "ال", "و");
  private static final String HEBREW = "הובלמשכ";

  private Prefixes() {}

  /** What is left of a folded word when what may be written before it is taken away. */
  static List<String> without(String word) {
    return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
      case ARABIC ->
          ARABIC.stream()
              .filter(word::startsWith)
              .map(prefix -> word.substring(prefix.length()))
              .filter(rest -> rest.length() >= SHORTEST_REST)
              .toList();
      case HEBREW -> hebrew(word).toList();
      default -> List.of();
    };
  }

  private static Stream<String> hebrew(String word) {
    return Stream.of(1, 2)
        .takeWhile(
            count ->
                word.length() - count >= SHORTEST_REST
                    && HEBREW.indexOf(word.charAt(count - 1)) >= 0)
        .map(word::substring);
  }
}
