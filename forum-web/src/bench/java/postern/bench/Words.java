package postern.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up words, a few of them often and most of them seldom, as words are (Zipf's law). */
final class Words {
  private static final String[] SYLLABLES = {
    "ba", "do", "fen", "gri", "hol", "ja", "kel", "lu", "mar", "ni", "or", "pel", "qua", "ri",
    "sto", "ta", "un", "ver", "wil", "zo"
  };
  private static final int VOCABULARY = 20_000;

  private final Random random;
  private final List<String> words = new ArrayList<>();

  Words(Random random) {
    this.random = random;
    for (int i = 0; i < VOCABULARY; i++) {
      var word = new StringBuilder();
      for (int rest = i + 20; rest > 0; rest /= SYLLABLES.length) {
        word.append(SYLLABLES[rest % SYLLABLES.length]);
      }
      words.add(word.toString());
    }
  }

  String word() {
    return words.get((int) Math.pow(VOCABULARY, random.nextDouble()) - 1);
  }

  /** Of 20 to 100 words. */
  String text() {
    return title(20 + random.nextInt(80));
  }

  String title(int length) {
    var text = new StringBuilder(word());
    for (int i = 1; i < length; i++) {
      text.append(' ').append(word());
    }
    return text.append('.').toString();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
