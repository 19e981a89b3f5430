package postern.threads;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import postern.kernel.PostId;

/**
 * Turns what members write into what everyone may read: CommonMark 0.31 with GitHub's tables,
 * strikethrough, task lists and autolinks. HTML in the text is shown, not obeyed. An image becomes
 * a link, so that nobody's browser fetches anything from a host that the reader did not choose. A
 * mail address in the text stays text.
 *
 * <p>One rule for all places: a preview is the result.
 */
public final class Renderer {
  /**
   * Grows with every change of what a text becomes; posts that were rendered by an older one are
   * rendered again.
   */
  public static final int VERSION = 1;

  // No EMAIL: nobody's address becomes a thing to click because somebody else wrote it.
  private static final List<Extension> EXTENSIONS =
      List.of(
          AutolinkExtension.builder().linkTypes(AutolinkType.URL, AutolinkType.WWW).build(),
          StrikethroughExtension.builder().requireTwoTildes(true).build(),
          TablesExtension.create(),
          TaskListItemsExtension.create());

  private final MarkdownLimits limits;
  private final Parser parser;
  private final HtmlRenderer html;

  private Renderer(MarkdownLimits limits) {
    this.limits = limits;
    this.parser =
        Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(limits.nesting())
            .maxInlineNesting(limits.nesting())
            .build();
    this.html =
        HtmlRenderer.builder()
            .nodeRendererFactory(PostHtml::new)
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .percentEncodeUrls(true)
            .build();
  }

  public static Renderer of(MarkdownLimits limits) {
    return new Renderer(limits);
  }

  /**
   * Refuses a text over the limits; never fails on any other text. Ends within 100 ms whatever the
   * text.
   */
  public Rendering render(String markdown, Mentionable members) {
    if (markdown.length() > limits.characters()) {
      return refused(new TextFault.TooLong(limits.characters()));
    }
    if (TableCells.upTo(markdown) > limits.tableCells()) {
      return refused(new TextFault.TooLarge());
    }
    var document = parser.parse(markdown);
    var mentioned = Mentions.link(document, members, limits.mentions());
    var raw = new BoundedText(limits.htmlCharacters());
    try {
      html.render(document, raw);
    } catch (BoundedText.Full _) {
      return refused(new TextFault.TooLarge());
    }
    return new Rendering.Rendered(Sanitizer.clean(raw.toString()), mentioned, quoted(document));
  }

  private static Rendering refused(TextFault fault) {
    return new Rendering.Refused(fault);
  }

  private static Set<PostId> quoted(Node document) {
    var posts = new HashSet<PostId>();
    for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
      Quotation.source(block).ifPresent(posts::add);
    }
    return posts;
  }
}
