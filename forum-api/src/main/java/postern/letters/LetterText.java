package postern.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import postern.mail.mime.Leaf;

/** The text of a letter in one or two forms, and what we write under it. */
final class LetterText {
  private final List<String> plains = new ArrayList<>();
  private final List<String> htmls = new ArrayList<>();
  private boolean anyHtml;
  private boolean remotePictures;

  private LetterText() {}

  static LetterText ofMail(LetterParts parts, boolean report, Scrub scrub, LetterFiles files) {
    var text = new LetterText();
    for (var body : parts.bodies()) {
      if (report) {
        text.addReport(body, scrub);
      } else {
        text.add(body, scrub, files);
      }
    }
    return text;
  }

  static LetterText ofSite(String written, Scrub scrub) {
    var text = new LetterText();
    text.plains.add(PlainLetter.scrubbed(written.replace("\r\n", "\n"), scrub));
    return text;
  }

  boolean isEmpty() {
    return plains.stream().allMatch(String::isBlank) && htmls.stream().allMatch(String::isBlank);
  }

  boolean hadRemotePictures() {
    return remotePictures;
  }

  /** What was written, and a line for each thing that did not pass. */
  String words(List<LeftOut> leftOut) {
    var out = new StringBuilder(String.join("\n\n", plains).stripTrailing());
    if (!leftOut.isEmpty()) {
      out.append(out.isEmpty() ? "" : "\n\n")
          .append(leftOut.stream().map(LeftOut::line).collect(Collectors.joining("\n")));
    }
    return out.toString();
  }

  String plain(List<LeftOut> leftOut, String fixedLine, Optional<String> electedLine) {
    var out = new StringBuilder(words(leftOut));
    out.append("\n\n-- \n").append(fixedLine);
    electedLine.ifPresent(line -> out.append('\n').append(line));
    return out.append('\n').toString();
  }

  /** Empty when no part came as HTML: then plain text is enough. */
  Optional<String> html(List<LeftOut> leftOut, String fixedLine, Optional<String> electedLine) {
    if (!anyHtml) {
      return Optional.empty();
    }
    var out =
        new StringBuilder("<html><body>\n").append(String.join("\n<hr />\n", htmls)).append('\n');
    leftOut.forEach(what -> out.append("<p>").append(escaped(what.line())).append("</p>\n"));
    out.append("<hr />\n<p>").append(escaped(fixedLine)).append("</p>\n");
    electedLine.ifPresent(line -> out.append("<p>").append(escaped(line)).append("</p>\n"));
    return Optional.of(out.append("</body></html>\n").toString());
  }

  private void add(LetterParts.Body body, Scrub scrub, LetterFiles files) {
    var html = body.html().map(leaf -> HtmlLetter.of(leaf.text(), scrub, files::picture));
    var plain =
        body.plain()
            .map(Leaf::text)
            .filter(text -> !text.isBlank())
            .map(text -> PlainLetter.scrubbed(text, scrub));
    anyHtml |= html.isPresent();
    remotePictures |= html.filter(HtmlLetter::hadRemotePictures).isPresent();
    var twin = plain.orElseGet(() -> html.map(HtmlLetter::plain).orElse(""));
    if (!twin.isBlank() || html.isPresent()) {
      plains.add(twin);
      htmls.add(html.map(HtmlLetter::html).orElseGet(() -> paragraphs(twin)));
    }
  }

  // A program's report quotes whatever it reports about.
  private void addReport(LetterParts.Body body, Scrub scrub) {
    var text =
        body.plain()
            .map(Leaf::text)
            .orElseGet(
                () ->
                    body.html()
                        .map(leaf -> HtmlToPlain.of(HtmlTokens.read(leaf.text())))
                        .orElse(""));
    plains.add(scrub.quotation(Links.unwrap(text)).stripTrailing());
  }

  private static String paragraphs(String plain) {
    return "<p>" + escaped(plain).replace("\n", "<br />\n") + "</p>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
