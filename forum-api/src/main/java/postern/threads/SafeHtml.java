package postern.threads;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * HTML that may be written into a page as it stands: the only type that templates take without
 * escaping. No constructor is open to other rooms; one comes out of the sanitizer, or of {@link
 * #escaped}, or out of the database where the sanitizer's work was kept.
 */
public final class SafeHtml {
  public static final SafeHtml EMPTY = new SafeHtml("");

  private final String html;

  /** For the sanitizer, and for what it made earlier and the database kept. */
  SafeHtml(String html) {
    this.html = html;
  }

  /** Plain text as HTML: every character that could mean something is escaped. */
  public static SafeHtml escaped(String text) {
    var html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&#34;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return new SafeHtml(html.toString());
  }

  /** A part of a text, in UTF-16 units, the end exclusive. */
  public record Stretch(int start, int end) {}

  /**
   * Plain text in which some stretches stand marked.
   *
   * @param stretches in order, none within another
   */
  public static SafeHtml marked(String before, String text, List<Stretch> stretches, String after) {
    var html = new StringBuilder(escaped(before).html());
    int at = 0;
    for (var stretch : stretches) {
      html.append(escaped(text.substring(at, stretch.start())).html());
      html.append("<mark>");
      html.append(escaped(text.substring(stretch.start(), stretch.end())).html());
      html.append("</mark>");
      at = stretch.end();
    }
    html.append(escaped(text.substring(at)).html()).append(escaped(after).html());
    return new SafeHtml(html.toString());
  }

  /** Plain text in which addresses of this site, and no others, are links. */
  public static SafeHtml escapedWithOwnLinks(String text, String origin) {
    var own = Pattern.compile(Pattern.quote(origin) + "/[A-Za-z0-9/._~-]*[A-Za-z0-9/_~-]");
    return new SafeHtml(own.matcher(escaped(text).html()).replaceAll("<a href=\"$0\">$0</a>"));
  }

  /**
   * JSON as what stands in a script element that is data and not run. Nothing in it can end the
   * element (HTML, section 4.12.1.3).
   */
  public static SafeHtml json(String json) {
    return new SafeHtml(
        json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"));
  }

  @JsonValue
  public String html() {
    return html;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SafeHtml that && html.equals(that.html);
  }

  @Override
  public int hashCode() {
    return html.hashCode();
  }

  @Override
  public String toString() {
    return html;
  }
}
