package postern.kernel;

import java.util.Optional;
import java.util.function.LongFunction;

/** What every id has in common: a positive number, written in decimal wherever it is text. */
public interface Id {
  long value();

  /**
   * Reads the decimal form; empty for anything else, so that a bad id is answered like an unknown
   * one.
   */
  static <T> Optional<T> parse(String text, LongFunction<T> id) {
    if (text == null || !text.matches("[1-9][0-9]{0,18}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(id.apply(Long.parseLong(text)));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  static void requirePositive(long value) {
    if (value <= 0) {
      throw new IllegalArgumentException("an id is positive");
    }
  }
}
