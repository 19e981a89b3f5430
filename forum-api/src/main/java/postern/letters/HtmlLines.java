package postern.letters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The lines that an eye sees in a page, each with the texts that it is made of, and whether it is
 * quoted.
 */
final class HtmlLines {
  private static final Pattern QUOTE =
      Pattern.compile(
          "\\b(?:gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|moz-forward-container|protonmail_quote|tutanota_quote|outlookmessageheader|wordsection_quote)\\b");
  // Everything behind these is quoted, though it stands in no element of its own.
  private static final Pattern REST =
      Pattern.compile(
          "\\b(?:divrplyfwdmsg|appendonsend|stopspelling|mail-editor-reference-message-container|ms-outlook-mobile-reference-message)\\b");

  /** One line. */
  record Line(List<HtmlToken.Text> texts, List<HtmlToken.Open> opened, boolean inQuote) {
    String text() {
      var all = new StringBuilder();
      texts.forEach(text -> all.append(text.text()));
      return all.toString();
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final Deque<Boolean> open = new ArrayDeque<>();
  private List<HtmlToken.Text> line = new ArrayList<>();
  private List<HtmlToken.Open> opened = new ArrayList<>();
  private int quotes;
  private boolean rest;

  private HtmlLines() {}

  static List<Line> of(List<HtmlToken> tokens) {
    var lines = new HtmlLines();
    tokens.forEach(lines::token);
    lines.end();
    return lines.lines;
  }

  /**
   * Which lines are quoted: by the page's structure, or by what a reader of plain text would say.
   */
  static boolean[] quoted(List<Line> lines) {
    return Quotations.of(
        lines.stream()
            .map(line -> (line.inQuote() ? "> " : "") + line.text().replace('\n', ' ').strip())
            .toList());
  }

  private void token(HtmlToken token) {
    switch (token) {
      case HtmlToken.Open tag -> {
        open(tag.element(), tag.attributes());
        opened.add(tag);
      }
      case HtmlToken.Close(var element) -> close(element);
      case HtmlToken.Text text -> {
        if (text.text().equals("\n")) {
          end();
        } else {
          line.add(text);
        }
      }
    }
  }

  private void open(String element, Map<String, String> attributes) {
    if (HtmlTokens.BLOCKS.contains(element)) {
      end();
    }
    var marks =
        (attributes.getOrDefault("class", "") + " " + attributes.getOrDefault("id", ""))
            .toLowerCase(Locale.ROOT);
    rest |= REST.matcher(marks).find();
    if (element.equals("br") || element.equals("hr") || element.equals("img")) {
      return;
    }
    boolean quote = element.equals("blockquote") || QUOTE.matcher(marks).find();
    open.push(quote);
    quotes += quote ? 1 : 0;
  }

  private void close(String element) {
    if (HtmlTokens.BLOCKS.contains(element)) {
      end();
    }
    if (!open.isEmpty()
        && !element.equals("br")
        && !element.equals("hr")
        && !element.equals("img")) {
      quotes -= open.pop() ? 1 : 0;
    }
  }

  private void end() {
    lines.add(new Line(line, opened, quotes > 0 || rest));
    line = new ArrayList<>();
    opened = new ArrayList<>();
  }
}
