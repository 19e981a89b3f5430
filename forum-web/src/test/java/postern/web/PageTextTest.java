package postern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mustachejava.MustacheException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import postern.kernel.EmailAddress;
import postern.threads.SafeHtml;

class PageTextTest {
  record Person(
      String name, Optional<String> nick, List<String> words, SafeHtml html, boolean here) {
    public String shout() {
      return name + "!";
    }
  }

  record Letter(Object from) {}

  private static final Person EVE =
      new Person(
          "<Eve> & \"co\"", Optional.empty(), List.of("a", "b"), SafeHtml.escaped("<b>"), true);

  @Test
  void escapesEveryValue() {
    assertThat(text("{{name}}", EVE)).isEqualTo("&lt;Eve&gt; &amp; &#34;co&#34;");
  }

  @Test
  void writesSafeHtmlAsItStandsAndNothingElse() {
    assertThat(text("{{{html}}}", EVE)).isEqualTo("&lt;b&gt;");
    assertThatThrownBy(() -> text("{{{name}}}", EVE)).isInstanceOf(MustacheException.class);
    assertThatThrownBy(() -> text("{{&name}}", EVE)).isInstanceOf(MustacheException.class);
    assertThatThrownBy(() -> text("{{#words}}{{{.}}}{{/words}}", EVE))
        .isInstanceOf(MustacheException.class);
    assertThatThrownBy(() -> text("{{html}}", EVE)).isInstanceOf(MustacheException.class);
  }

  @Test
  void failsOnANameThatNoRecordHas() {
    assertThatThrownBy(() -> text("{{nmae}}", EVE)).hasMessageContaining("nmae");
    assertThatThrownBy(() -> text("{{#nmae}}x{{/nmae}}", EVE)).hasMessageContaining("nmae");
    assertThatThrownBy(() -> text("{{^nmae}}x{{/nmae}}", EVE)).hasMessageContaining("nmae");
  }

  @Test
  void failsOnAValueThatIsNotThere() {
    assertThatThrownBy(() -> text("{{nick}}", EVE)).hasMessageContaining("nick");
    assertThat(text("{{#nick}}{{.}}{{/nick}}{{^nick}}none{{/nick}}", EVE)).isEqualTo("none");
  }

  @Test
  void reachesIntoNothingButRecords() {
    assertThatThrownBy(() -> text("{{name.length}}", EVE)).isInstanceOf(MustacheException.class);
    assertThatThrownBy(() -> text("{{words.size}}", EVE)).isInstanceOf(MustacheException.class);
    assertThatThrownBy(() -> text("{{toString}}", EVE)).isInstanceOf(MustacheException.class);
    assertThatThrownBy(() -> text("{{getClass}}", EVE)).isInstanceOf(MustacheException.class);
    assertThat(
            text("{{shout}}", new Person("x", Optional.empty(), List.of(), SafeHtml.EMPTY, false)))
        .isEqualTo("x!");
  }

  @Test
  void neverWritesAnAddress() {
    var letter = new Letter(EmailAddress.parse("eve@eve.example").orElseThrow());

    assertThatThrownBy(() -> text("{{from}}", letter)).hasMessageNotContaining("eve@");
  }

  @Test
  void findsAWrongNameBeforeThePageIsAskedFor() {
    assertThatThrownBy(() -> check("{{#words}}{{nmae}}{{/words}}")).hasMessageContaining("nmae");
    assertThatThrownBy(() -> check("{{#nick}}{{nmae}}{{/nick}}")).hasMessageContaining("nmae");
    assertThatThrownBy(() -> check("{{here}}")).hasMessageContaining("here");
    assertThatThrownBy(() -> check("{{{name}}}")).hasMessageContaining("raw");
    check(
        "{{#nick}}{{.}}{{/nick}}{{#words}}{{.}}"
            + " {{name}}{{/words}}{{{html}}}{{#here}}{{shout}}{{/here}}");
  }

  private static void check(String template) {
    NameCheck.check(new PageText().compile(new StringReader(template), "test"), Person.class);
  }

  private static String text(String template, Object record) {
    var out = new StringWriter();
    new PageText().compile(new StringReader(template), "test").execute(out, record);
    return out.toString();
  }
}
