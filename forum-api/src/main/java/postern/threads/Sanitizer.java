package postern.threads;

import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The last hand on every text before it may stand in a page: what is not named here is gone,
 * whatever made it. The renderer alone should never need it; that is why it is here.
 */
final class Sanitizer {
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "br",
              "hr",
              "h3",
              "h4",
              "h5",
              "h6",
              "strong",
              "em",
              "del",
              "code",
              "pre",
              "blockquote",
              "ul",
              "ol",
              "li",
              "table",
              "thead",
              "tbody",
              "tr",
              "th",
              "td",
              "a",
              "span",
              "div",
              "input",
              "details",
              "summary")
          .allowWithoutAttributes("a", "span", "div")
          .allowUrlProtocols("http", "https")
          .allowAttributes("href")
          .onElements("a")
          .requireRelsOnLinks("nofollow", "ugc", "noopener", "noreferrer")
          .allowAttributes("class")
          .matching(oneOf("mention", "image"))
          .onElements("a")
          .allowAttributes("class")
          .matching(oneOf("host"))
          .onElements("span")
          .allowAttributes("class")
          .matching(oneOf("table"))
          .onElements("div")
          .allowAttributes("class")
          .matching(oneOf("mail"))
          .onElements("p")
          .allowAttributes("class")
          .matching(oneOf("quote", "mail"))
          .onElements("blockquote")
          .allowAttributes("class")
          .matching(oneOf("quotation", "signature"))
          .onElements("details")
          .allowAttributes("class")
          .matching(Pattern.compile("language-[A-Za-z0-9+#._-]{1,30}"))
          .onElements("code")
          .allowAttributes("tabindex")
          .matching(oneOf("0"))
          .onElements("pre", "div")
          .allowAttributes("start")
          .matching(Pattern.compile("[0-9]{1,9}"))
          .onElements("ol")
          .allowAttributes("align")
          .matching(oneOf("left", "center", "right"))
          .onElements("th", "td")
          .allowAttributes("type")
          .matching(oneOf("checkbox"))
          .onElements("input")
          .allowAttributes("aria-label")
          .matching(oneOf("done", "to do"))
          .onElements("input")
          .allowAttributes("checked", "disabled")
          .matching(AttributePolicy.IDENTITY_ATTRIBUTE_POLICY)
          .onElements("input")
          .toFactory();

  private Sanitizer() {}

  static SafeHtml clean(String html) {
    return new SafeHtml(POLICY.sanitize(html));
  }

  private static AttributePolicy oneOf(String... values) {
    var allowed = Set.of(values);
    return (_, _, value) -> allowed.contains(value) ? value : null;
  }
}
