package postern.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Username;
import postern.threads.Rendering.Rendered;

class RendererTest {
  private static final MemberId ADA = new MemberId(7);
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final String REL = " rel=\"nofollow ugc noopener noreferrer\"";

  private final Renderer renderer = Renderer.of(MarkdownLimits.standard());

  @Test
  void writesWhatCommonMarkAndGitHubTablesAreFor() {
    assertThat(html("a *b* **c** ~~d~~ `e`"))
        .isEqualTo("<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>\n");
    assertThat(html("| a | b |\n|:--|--:|\n| 1 | 2 |"))
        .contains("<div class=\"table\" tabindex=\"0\"><table>")
        .contains("<th align=\"left\">a</th>")
        .contains("<td align=\"right\">2</td>");
    assertThat(html("```java\nint a;\n```"))
        .contains("<pre tabindex=\"0\"><code class=\"language-java\">int a;\n</code></pre>");
    assertThat(html("- [x] one\n- [ ] two"))
        .contains("checked")
        .contains("aria-label=\"done\"")
        .contains("aria-label=\"to do\"");
    assertThat(html("# Top\n\n###### Deep")).contains("<h3>Top</h3>").contains("<h6>Deep</h6>");
    assertThat(html("3. three\n4. four")).contains("<ol start=\"3\">");
  }

  @Test
  void marksEveryLinkAndShowsTheHostThatWordsHide() {
    assertThat(html("https://example.org/a?b=c"))
        .isEqualTo(
            "<p><a href=\"https://example.org/a?b&#61;c\""
                + REL
                + ">https://example.org/a?b&#61;c</a></p>\n");
    assertThat(html("[my bank](https://evil.example/)"))
        .contains(
            "<a href=\"https://evil.example/\""
                + REL
                + ">my bank</a> <span class=\"host\">(evil.example)</span>");
    assertThat(html("[https://bank.example](https://evil.example/)")).contains("(evil.example)");
    assertThat(html("https://bank.example@evil.example/")).contains("(evil.example)");
    assertThat(html("<https://bаnk.example/>"))
        .contains("href=\"https://xn--bnk-6cd.example/\"", "(xn--bnk-6cd.example)");
    assertThat(html("[here](/t/5/x)"))
        .contains("<a href=\"/t/5/x\"" + REL + ">here</a>")
        .doesNotContain("host");
  }

  @Test
  void leadsNowhereWithALinkThatIsNotPlainlyOfTheWeb() {
    for (var url :
        new String[] {
          "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x",
              "//evil.example/x",
          "/\\evil.example", "file:///etc/passwd", "mailto:ada@ada.example", "evil.example",
              "https:///x",
          "https://", "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "/&#9;/evil.example",
              "\\x01javascript:x",
          "https://[evil", "blob:https://x.example/1"
        }) {
      assertThat(html("[words](" + url + ")")).as(url).contains("words").doesNotContain("<a ");
    }
  }

  @Test
  void leavesAMailAddressAsText() {
    assertThat(html("ada@ada.example and <ada@ada.example>"))
        .doesNotContain("<a")
        .doesNotContain("mailto:");
  }

  @Test
  void turnsAnImageIntoALinkAndNeverFetchesIt() {
    assertThat(html("![a *cat*](https://pics.example/cat.png \"t\")"))
        .isEqualTo(
            "<p><a href=\"https://pics.example/cat.png\" class=\"image\""
                + REL
                + ">a cat</a>"
                + " <span class=\"host\">(pics.example)</span></p>\n");
    assertThat(html("![](https://pics.example/cat.png)")).contains(">image</a>");
    assertThat(html("[![alt](https://a.example/i.png)](https://b.example/)"))
        .contains(">alt</a>")
        .doesNotContain("a.example")
        .doesNotContain("<img");
  }

  @Test
  void showsHtmlInsteadOfObeyingIt() {
    for (var attack :
        new String[] {
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "a <b onclick=x>b</b>",
          "<style>*{}</style>",
          "<svg/onload=alert(1)>",
          "<iframe src=//evil.example></iframe>",
          "<!-- x --><math><mtext><img src=x>",
          "`<script>`",
          "```\"onload=x\n<script>\n```",
          "| <img src=x> |\n|--|\n| <script> |",
          "<a href=\"javascript:x\">y</a>",
          "[a](https://x.example/\"onclick=alert(1))",
          "[a](https://x.example/ '\"><script>')",
          "``` x\" onclick=\"y\nz\n```"
        }) {
      var html = html(attack);
      assertThat(html)
          .as(attack)
          .doesNotContain("<script", "<img", "<svg", "<iframe", "<style", "<math", "<b ");
      assertThat(html).as(attack).doesNotContainPattern("<[^>]*\\s(on[a-z]+|style)=");
    }
  }

  @Test
  void linksTheNamesOfMembersOnly() {
    assertThat(html("@ada, @nobody and @Ada."))
        .isEqualTo(
            "<p><a href=\"/m/ada\" class=\"mention\""
                + REL
                + ">&#64;ada</a>, &#64;nobody and <a href=\"/m/ada\""
                + " class=\"mention\""
                + REL
                + ">&#64;Ada</a>.</p>\n");
    assertThat(rendered("@ada").mentioned()).containsExactly(ADA);
    assertThat(rendered("ada").mentioned()).isEmpty();
    for (var none :
        new String[] {
          "`@ada`",
          "```\n@ada\n```",
          "[@ada](https://x.example)",
          "mail@ada",
          "@ada@social.example",
          "@ada.example.org",
          "https://x.example/@ada",
          "@adaa",
          "![@ada](https://x.example/i.png)",
          "@ada-"
        }) {
      assertThat(rendered(none).mentioned()).as(none).isEmpty();
    }
    assertThat(rendered("*@ada*: (@ada)").mentioned()).containsExactly(ADA);
  }

  @Test
  void looksUpABoundedNumberOfNamesInOneQuestion() {
    var text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      text.append("@name").append(i).append(' ');
    }
    int[] asked = new int[2];
    renderer.render(
        text.toString(),
        names -> {
          asked[0]++;
          asked[1] = names.size();
          return Map.of();
        });
    assertThat(asked).containsExactly(1, MarkdownLimits.standard().mentions());
  }

  @Test
  void knowsWhichPostsAreQuoted() {
    var quote = Quotation.of(new PostId(17), "ada_*b*", "one\n\ntwo") + "My answer";
    var rendered = rendered(quote);
    assertThat(rendered.quoted()).containsExactly(new PostId(17));
    assertThat(rendered.html().html())
        .startsWith(
            "<blockquote class=\"quote\">\n<p><a href=\"/p/17\""
                + REL
                + ">ada_*b* wrote</a>:</p>\n<p>one</p>")
        .endsWith("<p>My answer</p>\n");
    assertThat(rendered("> [x](/p/0)").quoted()).isEmpty();
    assertThat(rendered("[x](/p/4)").quoted()).isEmpty();
    assertThat(rendered("> only words").html().html()).startsWith("<blockquote>");
  }

  @Test
  void refusesWhatIsTooLongOrWouldBecomeTooLarge() {
    assertThat(renderer.render("a".repeat(32_001), Mentionable.NOBODY))
        .isEqualTo(new Rendering.Refused(new TextFault.TooLong(32_000)));
    var wide = "|a".repeat(2_000) + "\n" + "|-".repeat(2_000) + "\n" + "|\n".repeat(10_000);
    assertThat(renderer.render(wide, Mentionable.NOBODY))
        .isEqualTo(new Rendering.Refused(new TextFault.TooLarge()));
    var quotedWide =
        "> |a".repeat(1)
            + "|a".repeat(999)
            + "\n> "
            + "|-".repeat(1_000)
            + "\n"
            + "> |\n".repeat(6_000);
    assertThat(renderer.render(quotedWide, Mentionable.NOBODY))
        .isEqualTo(new Rendering.Refused(new TextFault.TooLarge()));
    var repeated = "[a]: https://x.example/" + "y".repeat(9_000) + "\n\n" + "[a]".repeat(7_000);
    assertThat(renderer.render(repeated, Mentionable.NOBODY))
        .isEqualTo(new Rendering.Refused(new TextFault.TooLarge()));
  }

  @Test
  void endsWithinATenthOfASecondWhateverTheText() throws InterruptedException {
    var hostile = new LinkedHashMap<String, String>();
    for (var part :
        new String[] {
          ">",
          "> ",
          "[",
          "]",
          "*",
          "**a ",
          "_",
          "*a _b ",
          "`",
          "`a",
          "![",
          "[a](",
          "[a](<b",
          "<",
          "<a ",
          "<!--",
          "<?",
          "~~",
          "~~a ",
          "- ",
          "1. ",
          "* a\n ",
          "|",
          "|-",
          "&",
          "\\",
          "@",
          "@a ",
          "a@",
          "http://",
          "www.",
          "www.a",
          "[a][",
          "[a]: ",
          "\t",
          " \n",
          "[![",
          "](",
          "*a**b",
          "a*_",
          "\"",
          "((",
          "\u0000",
          "\ud800",
          "> - ",
          "[x]\n",
          "- [ ] ",
          "#",
          "=\n",
          "a\n=\n",
          "https://a.b/((",
          "]()",
          "<![CDATA[",
          "</a",
          "*[",
          "[*",
          "@ada"
        }) {
      hostile.put(part, part.repeat(Math.min(10_000, 32_000 / part.length())));
    }
    for (int i = 1; i < 250; i++) {
      hostile.merge("rising backticks", "e" + "`".repeat(i), String::concat);
    }
    hostile.put("brackets closed", "[".repeat(10_000) + "a" + "]".repeat(10_000));
    hostile.put("brackets and link", "[".repeat(10_000) + "a](/p/1)" + "]".repeat(10_000));
    hostile.put("nested emphasis", "*a ".repeat(5_000) + " a*".repeat(5_000));
    hostile.put("nested strong", "**a".repeat(5_000) + "b**".repeat(5_000));
    hostile.put("parentheses", "[a](" + "(".repeat(15_000) + ")".repeat(15_000));
    withLittleStack(() -> hostile.values().forEach(text -> renderer.render(text, this::members)));
    hostile.forEach(
        (name, text) -> {
          long best = Long.MAX_VALUE;
          for (int run = 0; run < 4 && best > 50_000_000; run++) {
            // The work itself, not the waiting for a processor that other tests hold.
            long started = CPU.getCurrentThreadCpuTime();
            renderer.render(text, this::members);
            best = Math.min(best, CPU.getCurrentThreadCpuTime() - started);
          }
          assertThat(best / 1_000_000).as("milliseconds for %s", name).isLessThan(100);
        });
  }

  @Test
  void foldsWhatOthersWroteInAMail() {
    var body =
        new MailBody(
            List.of(
                new MailBody.Words(
                    "Hello *all*,\n\nsee https://example.org/x.\n> mine\n  indented"),
                new MailBody.Quoted("old <b>words</b>\n> older"),
                new MailBody.Words("Bye"),
                new MailBody.Signature("Ada")));
    assertThat(MailBody.read(body.text())).isEqualTo(body);
    assertThat(MailHtml.of(body).html())
        .contains("<p class=\"mail\">Hello *all*,</p>")
        .contains("<a href=\"https://example.org/x\"" + REL + ">https://example.org/x</a>.")
        .contains(
            "<details class=\"quotation\"><summary>Quoted text</summary><blockquote"
                + " class=\"mail\">")
        .contains("old &lt;b&gt;words&lt;/b&gt;\n&gt; older")
        .contains(
            "<details class=\"signature\"><summary>Signature</summary><p class=\"mail\">Ada</p>");
  }

  @Test
  void readsAnyMailWithLittleStack() throws InterruptedException {
    withLittleStack(
        () -> {
          for (var part :
              new String[] {
                "\n", " \n", ">", "> \n", "a\n\n", "-- \n", "www.a", "http://", "a@b.c ", "x\n>\n"
              }) {
            MailHtml.of(MailBody.read(part.repeat(200_000 / part.length())));
          }
        });
  }

  private static void withLittleStack(Runnable work) throws InterruptedException {
    var failure = new AtomicReference<Throwable>();
    var thread = new Thread(null, work, "little stack", 256 * 1024);
    thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }

  private String html(String markdown) {
    return rendered(markdown).html().html();
  }

  private Rendered rendered(String markdown) {
    return switch (renderer.render(markdown, this::members)) {
      case Rendered rendered -> rendered;
      case Rendering.Refused _ -> throw new AssertionError("refused");
    };
  }

  private Map<Username, MemberId> members(Set<Username> names) {
    var ada = new Username("ada");
    return names.contains(ada) ? Map.of(ada, ADA) : Map.of();
  }
}
