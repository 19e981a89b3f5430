package postern.threads;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** How a post's parts are written where that differs from CommonMark's own way. */
final class PostHtml extends CoreHtmlNodeRenderer {
  /**
   * A post stands under the page's title and a heading of its own, so its first level is the third.
   */
  private static final int HEADING_SHIFT = 2;

  private static final int DEEPEST_HEADING = 6;

  private final HtmlWriter html;

  PostHtml(HtmlNodeRendererContext context) {
    super(context);
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        Link.class,
        Mentions.Mention.class,
        Image.class,
        Heading.class,
        BlockQuote.class,
        FencedCodeBlock.class,
        IndentedCodeBlock.class,
        TableBlock.class,
        TaskListItemMarker.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case TableBlock table -> table(table);
      case TaskListItemMarker marker -> task(marker);
      default -> node.accept(this);
    }
  }

  @Override
  public void visit(Link link) {
    switch (Destination.of(link.getDestination())) {
      case Destination.Here(var path) ->
          anchor(link, path, link instanceof Mentions.Mention ? "mention" : null);
      case Destination.Elsewhere there -> {
        anchor(link, there.url(), null);
        if (!saysWhere(Plain.text(link), there)) {
          host(there.host());
        }
      }
      case Destination.Nowhere _ -> visitChildren(link);
    }
  }

  /** No image is fetched from anywhere: its words become a link to it. */
  @Override
  public void visit(Image image) {
    var words = Plain.text(image);
    var label = words.isBlank() ? "image" : words;
    if (Plain.within(image, Link.class)) {
      html.text(label);
      return;
    }
    switch (Destination.of(image.getDestination())) {
      case Destination.Here(var path) -> imageLink(path, label);
      case Destination.Elsewhere there -> {
        imageLink(there.url(), label);
        host(there.host());
      }
      case Destination.Nowhere _ -> html.text(label);
    }
  }

  @Override
  public void visit(Heading heading) {
    var tag = "h" + Math.min(DEEPEST_HEADING, heading.getLevel() + HEADING_SHIFT);
    html.line();
    html.tag(tag);
    visitChildren(heading);
    html.tag("/" + tag);
    html.line();
  }

  @Override
  public void visit(BlockQuote quote) {
    html.line();
    html.tag(
        "blockquote", Quotation.source(quote).isPresent() ? Map.of("class", "quote") : Map.of());
    html.line();
    visitChildren(quote);
    html.line();
    html.tag("/blockquote");
    html.line();
  }

  @Override
  public void visit(FencedCodeBlock code) {
    var info = code.getInfo() == null ? "" : code.getInfo().strip().split("\\s", 2)[0];
    code(code.getLiteral(), info.isEmpty() ? Map.of() : Map.of("class", "language-" + info));
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    code(code.getLiteral(), Map.of());
  }

  /** What may be wider than a page scrolls by itself, and the keyboard reaches it. */
  private void code(String literal, Map<String, String> attributes) {
    html.line();
    html.tag("pre", Map.of("tabindex", "0"));
    html.tag("code", attributes);
    html.text(literal);
    html.raw("</code></pre>");
    html.line();
  }

  private void table(TableBlock table) {
    var attributes = new LinkedHashMap<String, String>();
    attributes.put("class", "table");
    attributes.put("tabindex", "0");
    html.line();
    html.tag("div", attributes);
    html.tag("table");
    visitChildren(table);
    html.raw("</table></div>");
    html.line();
  }

  private void task(TaskListItemMarker marker) {
    html.raw(
        marker.isChecked()
            ? "<input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"done\"> "
            : "<input type=\"checkbox\" disabled=\"\" aria-label=\"to do\"> ");
  }

  private void anchor(Link link, String url, String style) {
    openAnchor(url, style);
    visitChildren(link);
    html.tag("/a");
  }

  private void imageLink(String url, String label) {
    openAnchor(url, "image");
    html.text(label);
    html.tag("/a");
  }

  private void openAnchor(String url, String style) {
    var attributes = new LinkedHashMap<String, String>();
    attributes.put("href", context.encodeUrl(url));
    if (style != null) {
      attributes.put("class", style);
    }
    html.tag("a", attributes);
  }

  /** A link whose words are not its address shows the host it leads to (clause 14). */
  private void host(String host) {
    html.raw(" <span class=\"host\">(");
    html.text(host);
    html.raw(")</span>");
  }

  private static boolean saysWhere(String words, Destination.Elsewhere there) {
    return there.plain()
        && (there.url().equals(words)
            || there.url().equals("http://" + words)
            || there.url().equals("https://" + words));
  }
}
