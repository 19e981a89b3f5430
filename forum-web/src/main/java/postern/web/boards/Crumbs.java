package postern.web.boards;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import postern.boards.Board;
import postern.threads.SafeHtml;
import postern.web.Site;

/** The way to a page as search engines read it: schema.org's BreadcrumbList. */
public final class Crumbs {
  private Crumbs() {}

  static SafeHtml page(Site site, Board board) {
    return SafeHtml.json(to(site, board).put("@context", "https://schema.org").toString());
  }

  /** From the front page to a board. */
  public static ObjectNode to(Site site, Board board) {
    var list = JsonNodeFactory.instance.objectNode();
    list.put("@type", "BreadcrumbList");
    list.putArray("itemListElement");
    add(list, site.name(), site.origin() + "/");
    add(list, board.title(), site.origin() + BoardLinks.href(board));
    return list;
  }

  /** One step further. */
  public static void add(ObjectNode list, String name, String url) {
    var crumbs = list.withArray("itemListElement");
    var crumb = crumbs.addObject();
    crumb.put("@type", "ListItem");
    crumb.put("position", crumbs.size());
    crumb.put("name", name);
    crumb.put("item", url);
  }
}
