package postern.letters;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A page as plain text: blocks as lines, quotations with a mark, links behind their words. */
final class HtmlToPlain {
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final Deque<String> links = new ArrayDeque<>();
  private int quotes;
  private int pre;
  private boolean gap;

  private HtmlToPlain() {}

  static String of(List<HtmlToken> tokens) {
    var plain = new HtmlToPlain();
    tokens.forEach(plain::token);
    plain.end(false);
    return plain.out.toString().strip();
  }

  private void token(HtmlToken token) {
    switch (token) {
      case HtmlToken.Open(var element, var attributes) -> {
        switch (element) {
          case "br" -> end(true);
          case "hr" -> {
            end(false);
            line.append("---");
            end(false);
          }
          case "li" -> {
            end(false);
            line.append("- ");
          }
          case "td", "th" -> line.append(line.isEmpty() ? "" : "  ");
          case "blockquote" -> {
            end(false);
            quotes++;
          }
          case "pre" -> {
            end(false);
            pre++;
          }
          case "a" -> links.push(attributes.getOrDefault("href", ""));
          case "img" ->
              line.append(
                  attributes.getOrDefault("alt", "").isBlank()
                      ? "[picture]"
                      : "[" + attributes.get("alt") + "]");
          default -> block(element);
        }
      }
      case HtmlToken.Close(var element) -> {
        switch (element) {
          case "blockquote" -> {
            end(false);
            quotes = Math.max(0, quotes - 1);
          }
          case "pre" -> {
            end(false);
            pre = Math.max(0, pre - 1);
          }
          case "a" -> link();
          default -> block(element);
        }
      }
      case HtmlToken.Text text -> text(text.text());
    }
  }

  private void link() {
    var href = links.isEmpty() ? "" : links.pop();
    var words = line.toString().stripTrailing();
    if (!href.isEmpty() && !words.endsWith(href) && !words.endsWith(href.replaceFirst("/$", ""))) {
      line.append(" <").append(href).append('>');
    }
  }

  private void block(String element) {
    if (!HtmlTokens.BLOCKS.contains(element)) {
      return;
    }
    end(false);
    gap |=
        element.equals("p")
            || element.startsWith("h")
            || element.equals("ul")
            || element.equals("ol")
            || element.equals("table");
  }

  private void text(String text) {
    if (pre > 0) {
      if (text.equals("\n")) {
        end(true);
      } else {
        line.append(text);
      }
      return;
    }
    var words = text.replaceAll("[\\s\u00a0]+", " ");
    line.append(
        line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? words.stripLeading() : words);
  }

  private void end(boolean always) {
    var text = line.toString().stripTrailing();
    line.setLength(0);
    if (text.isEmpty() && !always) {
      return;
    }
    var mark = quotes == 0 ? "" : ">".repeat(quotes) + " ";
    if (gap && !out.isEmpty()) {
      out.append(mark.stripTrailing()).append('\n');
    }
    gap = false;
    out.append((mark + text).stripTrailing()).append('\n');
  }
}
