package postern.threads;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.commonmark.renderer.html.HtmlWriter;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/**
 * Shows mail as the plain text that it is: paragraphs whose lines and spaces are kept, web
 * addresses as links, and what others wrote folded away. No Markdown: an asterisk in a mail is an
 * asterisk.
 */
final class MailHtml {
  private static final LinkExtractor LINKS =
      LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW)).build();

  private final StringBuilder text = new StringBuilder();
  private final HtmlWriter html = new HtmlWriter(text);

  private MailHtml() {}

  static SafeHtml of(MailBody body) {
    var page = new MailHtml();
    body.parts().forEach(page::part);
    return Sanitizer.clean(page.text.toString());
  }

  private void part(MailBody.Part part) {
    switch (part) {
      case MailBody.Words(var words) -> paragraphs(words);
      case MailBody.Quoted(var words) -> {
        html.raw(
            "<details class=\"quotation\"><summary>Quoted text</summary><blockquote"
                + " class=\"mail\">");
        paragraphs(words);
        html.raw("</blockquote></details>");
      }
      case MailBody.Signature(var words) -> {
        html.raw("<details class=\"signature\"><summary>Signature</summary>");
        paragraphs(words);
        html.raw("</details>");
      }
    }
  }

  private void paragraphs(String words) {
    var lines = new ArrayList<String>();
    words
        .lines()
        .forEach(
            line -> {
              if (!line.isBlank()) {
                lines.add(line.stripTrailing());
              } else {
                paragraph(lines);
              }
            });
    paragraph(lines);
  }

  private void paragraph(List<String> lines) {
    if (!lines.isEmpty()) {
      var paragraph = String.join("\n", lines);
      lines.clear();
      html.raw("<p class=\"mail\">");
      LINKS.extractSpans(paragraph).forEach(span -> span(paragraph, span));
      html.raw("</p>\n");
    }
  }

  private void span(String paragraph, Span span) {
    var words = paragraph.substring(span.getBeginIndex(), span.getEndIndex());
    if (span instanceof LinkSpan link
        && Destination.of(link.getType() == LinkType.WWW ? "https://" + words : words)
            instanceof Destination.Elsewhere(var url, _, var plain)
        && plain) {
      html.raw("<a href=\"");
      html.text(url);
      html.raw("\">");
      html.text(words);
      html.raw("</a>");
    } else {
      html.text(words);
    }
  }
}
