package postern.letters;

import java.util.Map;

/** A piece of a page after the sanitizer: what remains is only this. */
sealed interface HtmlToken {
  record Open(String element, Map<String, String> attributes) implements HtmlToken {}

  record Close(String element) implements HtmlToken {}

  /** Text that may still be replaced. */
  final class Text implements HtmlToken {
    private String text;

    Text(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    void set(String other) {
      text = other;
    }
  }
}
