package postern.web;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.DefaultMustacheVisitor;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.ValueCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import postern.threads.SafeHtml;

/**
 * Mustache as the site uses it: partials are named from {@code postern/web}, names are looked up by
 * {@link RecordNames}, and a value is text that is escaped, or {@link SafeHtml} that is not.
 */
final class PageText extends DefaultMustacheFactory {
  static final String ROOT = "postern/web/";
  static final String EXTENSION = ".mustache";

  PageText() {
    super(name -> resource(name));
    setObjectHandler(new RecordNames());
  }

  @Override
  public String resolvePartialPath(String folder, String name, String extension) {
    return ROOT + name + EXTENSION;
  }

  @Override
  public MustacheVisitor createMustacheVisitor() {
    return new DefaultMustacheVisitor(this) {
      @Override
      public void value(TemplateContext context, String name, boolean escaped) {
        list.add(new Value(context, df, name, escaped));
      }
    };
  }

  @Override
  public void encode(String text, Writer out) {
    try {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '&' -> out.write("&amp;");
          case '<' -> out.write("&lt;");
          case '>' -> out.write("&gt;");
          case '"' -> out.write("&#34;");
          case '\'' -> out.write("&#39;");
          default -> out.write(c);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static java.io.Reader resource(String name) {
    var in = PageText.class.getClassLoader().getResourceAsStream(name);
    return in == null
        ? null
        : new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** A place for a value. Only what is certainly meant for a reader is written. */
  static final class Value extends ValueCode {
    Value(TemplateContext context, DefaultMustacheFactory factory, String name, boolean escaped) {
      super(context, factory, name, escaped);
    }

    boolean escaped() {
      return encoded;
    }

    @Override
    public Object get(List<Object> scopes) {
      var value = super.get(scopes);
      return switch (value) {
        case String _, Integer _, Long _ when encoded -> value;
        case SafeHtml safe when !encoded -> safe.html();
        case null -> throw refused("has no value");
        case SafeHtml _ -> throw refused("is HTML and needs three braces");
        default -> throw refused(encoded ? "is not text" : "is not HTML that the sanitizer made");
      };
    }

    private MustacheException refused(String reason) {
      return new MustacheException(name + " " + reason, tc);
    }
  }
}
