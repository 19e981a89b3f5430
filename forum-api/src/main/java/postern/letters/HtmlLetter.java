package postern.letters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.owasp.html.Handler;
import org.owasp.html.HtmlStreamRenderer;

/**
 * The HTML of a letter: sanitised, scrubbed in text and attributes, its pictures renamed, and its
 * twin in plain text.
 */
final class HtmlLetter {
  private static final Set<String> WRITTEN =
      Set.of(
          "href", "src", "alt", "width", "height", "colspan", "rowspan", "align", "color", "style");

  private final List<HtmlToken> tokens;
  private final boolean remotePictures;

  private HtmlLetter(List<HtmlToken> tokens, boolean remotePictures) {
    this.tokens = tokens;
    this.remotePictures = remotePictures;
  }

  /**
   * @param pictures the new Content-ID for an old one; none when that picture did not pass
   */
  static HtmlLetter of(String html, Scrub scrub, Function<String, Optional<String>> pictures) {
    var tokens = HtmlTokens.read(html);
    var lines = HtmlLines.of(tokens);
    var quoted = HtmlLines.quoted(lines);
    Set<HtmlToken.Open> inQuotation = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < quoted.length; i++) {
      scrub(lines.get(i), quoted[i], scrub);
      if (quoted[i]) {
        inQuotation.addAll(lines.get(i).opened());
      }
    }
    var attributes = new Attributes(scrub, inQuotation, pictures);
    var clean = new ArrayList<HtmlToken>();
    tokens.forEach(token -> attributes.clean(token).ifPresent(clean::add));
    return new HtmlLetter(clean, attributes.remote);
  }

  boolean hadRemotePictures() {
    return remotePictures;
  }

  /** Escaped and balanced by the sanitizer's own writer. */
  String html() {
    var out = new StringBuilder();
    var renderer = HtmlStreamRenderer.create(out, Handler.DO_NOTHING);
    renderer.openDocument();
    for (var token : tokens) {
      switch (token) {
        case HtmlToken.Open(var element, var attributes) ->
            renderer.openTag(element, flat(attributes));
        case HtmlToken.Close(var element) -> renderer.closeTag(element);
        case HtmlToken.Text text -> renderer.text(text.text());
      }
    }
    renderer.closeDocument();
    return out.toString();
  }

  String plain() {
    return HtmlToPlain.of(tokens);
  }

  // An address may be split over elements: the line is scrubbed as one text, then dealt out again.
  private static void scrub(HtmlLines.Line line, boolean quoted, Scrub scrub) {
    var whole = line.text();
    var finds = scrub.finds(whole, quoted);
    if (finds.isEmpty()) {
      return;
    }
    int start = 0;
    for (var text : line.texts()) {
      int end = start + text.text().length();
      var out = new StringBuilder();
      int at = start;
      for (var find : finds) {
        if (find.to() <= start || find.from() >= end) {
          continue;
        }
        if (find.from() >= start) {
          out.append(whole, at, find.from()).append(find.instead());
        }
        at = Math.min(end, find.to());
      }
      out.append(whole, Math.min(at, end), end);
      text.set(out.toString());
      start = end;
    }
  }

  private static List<String> flat(Map<String, String> attributes) {
    var flat = new ArrayList<String>();
    attributes.forEach(
        (name, value) -> {
          flat.add(name);
          flat.add(value);
        });
    return flat;
  }

  private static final class Attributes {
    private final Scrub scrub;
    private final Set<HtmlToken.Open> inQuotation;
    private final Function<String, Optional<String>> pictures;
    private boolean remote;

    Attributes(
        Scrub scrub, Set<HtmlToken.Open> inQuotation, Function<String, Optional<String>> pictures) {
      this.scrub = scrub;
      this.inQuotation = inQuotation;
      this.pictures = pictures;
    }

    Optional<HtmlToken> clean(HtmlToken token) {
      return switch (token) {
        case HtmlToken.Open open when open.element().equals("img") -> picture(open);
        case HtmlToken.Open open -> Optional.of(new HtmlToken.Open(open.element(), cleaned(open)));
        case HtmlToken.Close close ->
            close.element().equals("img") ? Optional.empty() : Optional.of(close);
        case HtmlToken.Text text -> Optional.of(text);
      };
    }

    private Optional<HtmlToken> picture(HtmlToken.Open open) {
      var source = open.attributes().getOrDefault("src", "");
      var alt = scrub.quotation(open.attributes().getOrDefault("alt", ""));
      boolean enclosed = source.regionMatches(true, 0, "cid:", 0, 4);
      var id = enclosed ? pictures.apply(source.substring(4)) : Optional.<String>empty();
      remote |= source.regionMatches(true, 0, "http", 0, 4);
      if (id.isEmpty()) {
        return alt.isBlank() ? Optional.empty() : Optional.of(new HtmlToken.Text("[" + alt + "]"));
      }
      var cleaned = cleaned(open);
      cleaned.put("src", "cid:" + id.get());
      cleaned.put("alt", alt);
      return Optional.of(new HtmlToken.Open("img", cleaned));
    }

    private Map<String, String> cleaned(HtmlToken.Open open) {
      boolean quotation = inQuotation.contains(open);
      var cleaned = new LinkedHashMap<String, String>();
      open.attributes()
          .forEach(
              (name, value) -> {
                var kept = name.equals("href") ? Links.unwrap(value) : value;
                if (WRITTEN.contains(name) && mayStay(name, kept, quotation)) {
                  cleaned.put(name, kept);
                }
              });
      return cleaned;
    }

    // A link that opens a mail program holds an address; any other with a find in it is a tracker
    // or a guess.
    private boolean mayStay(String name, String value, boolean quotation) {
      boolean mail = name.equals("href") && value.regionMatches(true, 0, "mailto:", 0, 7);
      return !mail && scrub.finds(value, quotation).isEmpty();
    }
  }
}
