package postern.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/** Reads HTML through the OWASP sanitizer: what it does not know is gone before we see it. */
final class HtmlTokens implements HtmlStreamEventReceiver {
  static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "blockquote",
          "pre",
          "table",
          "tr",
          "hr",
          "br",
          "dl",
          "dt",
          "dd",
          "center",
          "caption",
          "thead",
          "tbody",
          "tfoot");

  // class and id are read to tell quotations, and never written.
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "div",
              "span",
              "br",
              "hr",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "ul",
              "ol",
              "li",
              "dl",
              "dt",
              "dd",
              "blockquote",
              "pre",
              "code",
              "tt",
              "b",
              "i",
              "u",
              "s",
              "strike",
              "strong",
              "em",
              "sub",
              "sup",
              "small",
              "big",
              "del",
              "ins",
              "font",
              "center",
              "table",
              "caption",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "td",
              "th",
              "a",
              "img")
          .allowWithoutAttributes("span", "font", "a", "img")
          .allowAttributes("class", "id")
          .globally()
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("src", "alt")
          .onElements("img")
          .allowAttributes("width", "height")
          .matching(java.util.regex.Pattern.compile("[0-9]{1,4}%?"))
          .onElements("img", "table", "td", "th")
          .allowAttributes("colspan", "rowspan")
          .matching(java.util.regex.Pattern.compile("[0-9]{1,2}"))
          .onElements("td", "th")
          .allowAttributes("align")
          .matching(true, "left", "right", "center", "justify")
          .onElements("p", "div", "td", "th", "table", "h1", "h2", "h3")
          .allowAttributes("color")
          .matching(java.util.regex.Pattern.compile("#[0-9a-fA-F]{3,6}|[a-zA-Z]{3,20}"))
          .onElements("font")
          .allowStyling(
              CssSchema.withProperties(
                  List.of(
                      "color",
                      "background-color",
                      "font-weight",
                      "font-style",
                      "text-decoration",
                      "text-align")))
          .allowUrlProtocols("http", "https", "mailto", "cid")
          .disallowTextIn(
              "title",
              "head",
              "style",
              "script",
              "noscript",
              "template",
              "svg",
              "math",
              "iframe",
              "object",
              "textarea",
              "select")
          .toFactory();

  private final List<HtmlToken> tokens = new ArrayList<>();
  private int pre;

  private HtmlTokens() {}

  static List<HtmlToken> read(String html) {
    var receiver = new HtmlTokens();
    HtmlSanitizer.sanitize(html, POLICY.apply(receiver));
    return receiver.tokens;
  }

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String element, List<String> attributes) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      map.put(attributes.get(i), attributes.get(i + 1));
    }
    pre += element.equals("pre") ? 1 : 0;
    tokens.add(new HtmlToken.Open(element, map));
  }

  @Override
  public void closeTag(String element) {
    pre -= element.equals("pre") ? 1 : 0;
    tokens.add(new HtmlToken.Close(element));
  }

  // A line of preformatted text is a token of its own, so that a whole plain letter in one element
  // has its lines.
  @Override
  public void text(String text) {
    if (pre == 0) {
      tokens.add(new HtmlToken.Text(text));
      return;
    }
    int start = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
      tokens.add(new HtmlToken.Text(text.substring(start, at)));
      tokens.add(new HtmlToken.Text("\n"));
      start = at + 1;
    }
    tokens.add(new HtmlToken.Text(text.substring(start)));
  }
}
